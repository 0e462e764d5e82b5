// The sections of a lesson by layout; the div names are those of the Carpentries Workbench.

extension Framework1 {
  static let structure = #"""
    {
      "workbench": {
        "required": ["questions", "objectives", "keypoints"],
        "recommended": [
          {"div": "challenge", "containing": "solution",
            "why": "A learner who does not try something out does not know whether it was understood."}
        ],
        "divs": {
          "callout": {"description": "A remark beside the main text."},
          "caution": {"description": "A warning of something that may go wrong."},
          "challenge": {"description": "An exercise.", "mistaken": ["challenges", "exercise", "exercises"]},
          "checklist": {"description": "Steps to tick off."},
          "discussion": {"description": "A question to talk about.", "mistaken": ["discuss", "discussions"]},
          "group-tab": {"description": "Tabs that switch together on the whole page."},
          "hint": {"description": "Help with an exercise, folded until it is asked for.", "mistaken": ["hints"]},
          "instructor": {"description": "A note that only the instructors' pages show.", "mistaken": ["instructors", "instructor-note"]},
          "keypoints": {"description": "What a learner should take away, at the lesson's end.", "mistaken": ["keypoint", "key-points", "keyPoints", "Keypoints"]},
          "objectives": {"description": "What a learner is able to do afterwards, at the lesson's start.", "mistaken": ["objective", "Objectives"]},
          "prereq": {"description": "What a learner must know or have before.", "mistaken": ["prereqs", "prerequisite", "prerequisites"]},
          "questions": {"description": "What the lesson answers, at its start.", "mistaken": ["question", "Questions"]},
          "solution": {"description": "The answer to an exercise, folded until it is asked for.", "mistaken": ["solutions", "answer"]},
          "spoiler": {"description": "Details, folded until they are asked for.", "mistaken": ["spoilers"]},
          "tab": {"description": "Tabs that show one of several texts."},
          "testimonial": {"description": "What somebody says about the matter.", "mistaken": ["testimonials"]}
        }
      },
      "plain": {"required": [], "recommended": [], "divs": {}}
    }
    """#
}
