"""What follows from findings: scenarios, comparisons, recalls, plans, disclosures and shares."""
