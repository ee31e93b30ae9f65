"""How the shipped bilingual model was made; nothing here runs when papers are searched.

Knows: the steps texts -> vocabulary -> vectors -> figures -> model folder. Does not know: papers,
the library, search. Run it with `python -m index.training`.
"""
