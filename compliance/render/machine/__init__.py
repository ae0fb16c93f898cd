"""The report for programs: JSON, which is read back too, SARIF, JUnit and GitHub annotations."""
