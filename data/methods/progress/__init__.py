"""Whether a target comes nearer: pace, class, outlook, each by a published method. Pure.

Only comparable figures of prevalence are judged. Detected victims count detection and are never
judged; where nothing may be judged, the reason is the answer.
"""
