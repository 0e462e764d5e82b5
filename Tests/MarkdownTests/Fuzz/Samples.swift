/// Documents of our own that use every construct; the mutator starts from them.
enum Samples {
  static let all: [String] = [
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
  ]
}
