/// Documents of our own that use every construct; the mutator starts from them.
enum Samples {
  static let all: [String] =
    [
      """
      ---
      title: Prices
      teaching: 20
      ---

      ::: questions
      - What is an index?
      - Which *weights* does it use?
      :::

      # Laspeyres {#laspeyres .formula}

      The index compares **baskets**[^1] over time; see [the manual](https://example.org/m "CPI").

      ![Prices rise](fig/prices.png){alt='A line that rises' width=60%}

      [^1]: A basket is a list of
          goods and quantities.
      """,
      """
      > A quote with `code
      > over lines` and a [link
      > over lines](/there
      > 'with a title').
      >
      > - an item
      >
      >   ```r
      >   x <- 1
      >   ```
      lazy text
      """,
      """
      | Year | Index | Note |
      |-----:|:-----:|------|
      | 2023 | 104.2 | a \\| b |
      | 2024 | `1\\|2` | **bold**
      after | the

      Setext *heading*
      ================

      1) one
      2) two

         still two

         - [ ] open
         - [x] done
      """,
      """
      :::::::::::: challenge ::::::

      ## Try it

      1. Run this:

          ```{r, echo=FALSE}
          mean(x)
          ```

      :::: solution
      It prints `5`{.r}.
      ::::
      :::
      [text]{.alert} [ref][key] [key] ![pic][Key] <https://a.example/?q=1&amp;r> <me@a.example>

      [key]: <some where> (title)
      """,
      """
      <div class="x">
      *raw*
      </div>

      text <span a='b'>inline</span> <!-- note --> &copy; &#8212; \\* \\_  
      hard\\
      break ~~gone~~ www.example.org/a_(b) and http://example.org.

      \tcode
      \t more

      ***both** nested* _a __b__ c_ ![a *b* `c`](d)
      * * *
      """,
    ] + DialectSamples.all
}

/// Documents of our own with what dialects add.
enum DialectSamples {
  static let all: [String] = [
    """
    (start)=
    # Prices {#prices}

    % a comment
    Text with $a_1$, {math}`b_2` and {ref}`a title <start>` {{ name }}.

    ````{note} A title
    :class: tip
    :name: my-note
    - an item
      with *emphasis*
    lazy

    ```{code-cell} python
    :tags: [hide]
    x = 1
    ```
    ````

    :::{figure} a.png
    ---
    alt: A line
    ---
    A caption
    :::

    $$
    a = b
    $$ (eq)

    +++ {"a": 1}
    Term
    : A definition

      of two paragraphs
    : Another

    Second term

    :   Loose
    """,
    """
    {% include a.html %}
    > ## Solution
    > text
    {: .solution #s}

    [a]({{ page.root }}/b){:target="_blank"} *c*{: .d} and {{ site.e }}

    {% raw %}
    *not* {{ f }}
    {% endraw %}
    {::comment}
    # hidden
    {:/comment}
    one
    two
    : def
    three
    : def
    """,
    """
    See @fig-a and [see @doe, p. 3; @b]. {{< meta x >}} $x^2$ costs $5.

    $$
    a - b
    $$ {#eq-x}

    ::: {#fig-a layout-ncol=2}
    ![A](a.png){#fig-b fig-alt="x"}
    :::
    """,
    """
    # H {#id .c}
    Para
    {.lead}

    {{< figure src="a.png"
       caption="b" >}}
    {{< highlight go >}}
    *x*
    {{< /highlight >}}
    {{% notice %}}
    - a [l]({{< ref "p.md" >}} "t")
    {{% /notice %}}
    """,
    """
    import X from 'y';

    ::::note Title
    Body

    :::tip[Two]
    in {props.x}
    :::
    ::::
    <Tabs a={[1, 2]}>
      <Tab b="c" />
    </Tabs>
    {{#include a.rs}}
    """,
  ]
}
