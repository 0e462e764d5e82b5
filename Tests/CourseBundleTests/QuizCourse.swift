import CourseBundle

/// A course with a quiz of each kind, as each format packages it.
enum QuizCourse {
  static let files = [
    "course.yml": """
    schema: course/1
    id: nso-north/prices
    version: 1.2.0
    title: Prices & indices
    license: CC-BY-4.0
    assessment: {completion: passed, pass: 60}
    lessons:
      - {id: what, path: episodes/01-what.md}
      - {id: how, path: episodes/02-how.md}

    """,
    "episodes/01-what.md": """
    ---
    title: What
    ---

    See [weights](02-how.md#weights), [data](data/prices.csv) and [the office](https://example.org/).

    ![A basket](fig/basket.svg)

    ::: challenge
    ## Which month?

    When is the index published?

    - [ ] In the same *month*
    - [ ] In the month after
    - [ ] Never

    ::: solution
    - [ ] In the same *month*
    - [x] In the month after
    - [ ] Never

    Prices of a month are known when it is over.
    :::
    :::

    ::: challenge
    Which are prices?

    - [ ] Rent
    - [ ] A wage
    - [ ] A fare

    ::: solution
    - [x] Rent
    - [ ] A wage
    - [x] A fare
    :::
    :::

    ::: challenge
    Write a sentence.

    ::: hint
    Short.
    :::
    ::: solution
    Any.
    :::
    :::
    """,
    "episodes/02-how.md": "---\ntitle: How\n---\n\n## Weights\n\nA<br>b\n\n***\n",
    "episodes/data/prices.csv": "year,index\n",
    "episodes/fig/basket.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ]

  static func package(_ format: BundleFormat) async -> SampleSite {
    await SampleSite(files, mark: SampleSite.release, format: format)
  }
}
