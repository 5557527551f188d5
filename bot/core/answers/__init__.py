"""How a question is answered: terms found in sentences, evidence weighed, and "the article doesn't say"."""
