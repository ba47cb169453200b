"""What is packed comes out as it was, and only what takes no room at first is packed."""

from __future__ import annotations

from components.packing import END, FAR, PLACE, SMALLEST, packed
from tests.unpacking import unpacked

LONG = "<p>ثلاثة &amp; <b>three</b></p>" * SMALLEST


def fold(inside: str, *, is_open: bool = False) -> str:
    return f"<details{' open' if is_open else ''}><summary>more</summary>{inside}</details>"


def test_a_closed_fold_is_packed_and_its_summary_stays() -> None:
    html = f"<h2>before</h2>{fold(LONG)}<p>after</p>"
    made = packed(html)
    assert f"<summary>more</summary>{PLACE}</details><p>after</p>" in made
    assert len(made) < len(html) / 10
    assert unpacked(made) == html


def test_an_open_fold_stays_and_closed_ones_inside_it_are_packed() -> None:
    html = fold(f"<p>in sight</p>{fold(LONG)}{fold(LONG + fold(LONG))}", is_open=True)
    made = packed(html)
    assert "in sight" in made and "three" not in made
    assert made.count(PLACE) == 2, "what lies inside a packed fold goes with it"
    assert unpacked(made) == html


def test_marks_of_a_plot_are_packed_and_its_box_keeps_its_place() -> None:
    marks = '<i class="plot-mark" style="left:1%"></i>' * SMALLEST
    html = f'<div class="plot"><div class="plot-area" style="height:9px">{marks}</div></div>'
    made = packed(html + fold(html))
    assert f'<div class="plot-area" style="height:9px">{PLACE}</div></div><details>' in made
    assert made.count(PLACE) == 2
    assert unpacked(made) == html + fold(html)


def test_what_a_template_marks_as_far_is_packed_with_the_folds_in_it() -> None:
    html = f"<h1>near</h1>{FAR}{LONG}{fold(LONG)}{END}<p>foot</p>"
    made = packed(html)
    assert made.startswith(f"<h1>near</h1>{FAR}{PLACE}{END}<p>foot</p>")
    assert unpacked(made) == html


def test_little_stays_as_it_is() -> None:
    for html in ("", "<p>nothing to fold</p>", fold("<p>short</p>"), f"{FAR}<p>short</p>{END}"):
        assert packed(html) == html


def test_several_in_one_keep_their_order() -> None:
    html = "".join(fold(f"<p>{place}</p>" + LONG) for place in range(20))
    assert unpacked(packed(html)) == html
