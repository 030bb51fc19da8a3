"""The course around toynn: figures, explorers, the playground and the exercises.

Each folder needs only those before it: plots, writing, jupyter, explorers, playground, hunt,
exercises, what_i_built, projector, slides, kit, site. `toynn` itself knows nothing of any of them.
"""
