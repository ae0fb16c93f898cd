"""What an evaluation answers: findings, causes, reports, and what would change them."""
