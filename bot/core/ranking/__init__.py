"""What makes a sentence worth telling: features, centrality, and what it leans on."""
