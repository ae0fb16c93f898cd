"""What packs hold: texts with their clauses, rules with their operators, situations, scenarios, waivers and costs."""
