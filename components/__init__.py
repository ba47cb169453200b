"""What a person sees, made from answers: charts, words, cards."""
