import AcademyTool

await Academy.run()
