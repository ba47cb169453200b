"""The facts of the pathfinder way, each as it was read on its page: the fourteen workshops of the
briefing pack of May 2020, the steps of countries, the origins and statuses of actions; and the
rules that every row keeps."""
# ruff: noqa: E501
# Addresses of pages are as long as they are.

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain

import pytest
from sqlalchemy import Connection, select

from data import schema
from data.queries import pathfinders
from data.records import Action

PACK = "https://readkong.com/page/briefing-pack-for-the-7th-meeting-of-the-global-1704417"
LIST_OF_2025 = "https://childlabourplatform.org/sdgs"

WORKSHOPS = {
    "MDG": ("2018-10-25", "", "held", "https://alliance87.org/es/node/76"),
    "NGA": ("2019-05-09", "", "held", PACK),
    "UGA": ("2019-04-17", "", "held", PACK),
    "MRT": (
        "2019-03-04",
        "2019-03-05",
        "held",
        "https://fr.readkong.com/page/rapport-de-l-atelier-national-de-planification-strategique-5233883",
    ),
    "TUN": (
        "2019-03-28",
        "",
        "held",
        "https://www.ilo.org/africa/countries-covered/tunisia/WCMS_698404/lang--fr/index.htm",
    ),
    "ETH": ("2019-12-20", "", "held", PACK),
    "MWI": ("2020-03-26", "", "postponed", PACK),
    "CHL": (
        "2019-03-28",
        "2019-03-29",
        "held",
        "https://iniciativa2025alc.org/en/noticias/chile-primer-pais-pionero-de-la-alianza-87-en-la-region",
    ),
    "MEX": (
        "2019-09-24",
        "2019-09-25",
        "held",
        "https://iniciativa2025alc.org/en/noticias/mexico-se-convierte-en-el-tercer-pais-pionero-de-la-alianza-87-en-america-latina-y-el-caribe",
    ),
    "PER": ("2019-09-12", "2019-09-13", "held", PACK),
    "NPL": (
        "2019-02-07",
        "",
        "held",
        "https://alliance87.org/events/pathfinder-country-strategic-workshop-nepal",
    ),
    "VNM": ("2019-05-24", "", "held", PACK),
    "FJI": (
        "2019-08-22",
        "2019-08-23",
        "held",
        "https://docslib.org/doc/12342558/zero-draft-report-alliance-8-7-forum-fiji",
    ),
    "ALB": ("2019-04-12", "", "held", PACK),
}
"""Area to first day, last day where the page prints one, state and page. Two days of Chile and of
Mauritania are on a page that prints both: the pack prints the first alone."""

STEPS = {
    "ARG": {
        (
            "expression_of_interest",
            "2022-02",
            "held",
        ): "http://www.oit.org/buenosaires/noticias/WCMS_852896/lang--es/index.htm",
        ("status_confirmed", "2023-05-23", "held"): "https://pressenza.com/es/?p=1743867",
        (
            "workshop",
            "2022-07",
            "held",
        ): "http://www.oit.org/buenosaires/noticias/WCMS_852896/lang--es/index.htm",
    },
    "BEN": {
        (
            "expression_of_interest",
            "2022",
            "held",
        ): "https://lematinal.bj/elaboration-de-la-feuille-de-route-dintegration-du-benin-a-lalliance-8-7-les-priorites-et-les-actions-phares-au-centre-dun-atelier/",
        (
            "roadmap",
            "2023-11-24",
            "held",
        ): "https://lepotentiel.bj/2023/11/24/integration-du-benin-a-lalliance-8-7-de-loit-sur-lelimination-du-travail-des-enfants-en-2025-la-feuille-de-route-desormais-enterinee",
        ("status_confirmed", "", "held"): LIST_OF_2025,
        (
            "workshop",
            "2023-11-23",
            "held",
        ): "https://lematinal.bj/elaboration-de-la-feuille-de-route-dintegration-du-benin-a-lalliance-8-7-les-priorites-et-les-actions-phares-au-centre-dun-atelier/",
    },
    "BRA": {
        (
            "status_confirmed",
            "2025-05-26",
            "held",
        ): "https://amatra1.org.br/noticias/brasil-integra-grupo-paises-pioneiros-contra-trabalho-infantil-e-trafico-de-pessoas?print=1&tmpl=component",
        (
            "workshop",
            "2024-06-26",
            "held",
        ): "https://paramais.com.br/brasil-lidera-esforcos-na-alianca-8-7-para-erradicacao-do-trabalho-infantil-e-analogo-a-escravidao",
    },
    "CAF": {
        (
            "roadmap",
            "2024-05",
            "held",
        ): "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/central-african-republic",
        ("status_confirmed", "", "held"): LIST_OF_2025,
    },
    "CHL": {
        (
            "expression_of_interest",
            "2018",
            "held",
        ): "https://www.noaltrabajoinfantil.cl/2022/09/07/firman-hoja-de-ruta-2022-2025/",
        (
            "roadmap",
            "2019-03",
            "held",
        ): "https://dokumen.tips/documents/taller-estratgico-alianza-87-chile-el-taller-estratgico-de-la-alianza-87-es.html",
        (
            "roadmap",
            "2022",
            "held",
        ): "https://www.noaltrabajoinfantil.cl/2022/09/07/firman-hoja-de-ruta-2022-2025/",
        ("status_confirmed", "", "held"): LIST_OF_2025,
        (
            "workshop",
            "2019-03-28",
            "held",
        ): "https://iniciativa2025alc.org/en/noticias/chile-primer-pais-pionero-de-la-alianza-87-en-la-region",
        (
            "workshop",
            "2022",
            "held",
        ): "https://www.noaltrabajoinfantil.cl/2022/09/07/firman-hoja-de-ruta-2022-2025/",
    },
    "CIV": {
        (
            "expression_of_interest",
            "2019-05-14",
            "held",
        ): "https://credochristi.com/a-la-une/abinan-kouakou-a-latelier-mondial-alliance-la-cote-divoire-sengage-comme-pays-pionnier-pour-lalliance-8-7",
        ("status_confirmed", "", "held"): LIST_OF_2025,
        (
            "workshop",
            "2021-10-07",
            "held",
        ): "http://www.oit.org/africa/technical-cooperation/accel-africa/cote-d-ivoire/WCMS_823608/lang--en/index.htm",
    },
    "COD": {
        (
            "candidate",
            "2020-10-28",
            "held",
        ): "https://alliance87.org/events/9th-meeting-of-the-global-coordinating-group",
        ("status_confirmed", "", "held"): LIST_OF_2025,
        (
            "workshop",
            "2022-11-21",
            "held",
        ): "https://infoplusrdc.com/priorites-strategiques-pour-atteindre-la-cible-8-7-des-odd-en-rdc-claudine-ndusi-mkembe-a-lance-officiellement-la-promesse-daction-de-la-rdc",
    },
    "COG": {
        ("candidate", "2023-04", "held"): "https://fr.allafrica.com/stories/202305030319.html",
        (
            "expression_of_interest",
            "2022-10-26",
            "held",
        ): "https://www.sassou.news/depeches/i/68335783/societe-le-congo-se-veut-pionnier-de-la-lutte-contre-le-travail-des-enfants",
        ("roadmap", "2023-04-27", "held"): "https://fr.allafrica.com/stories/202305030319.html",
        ("workshop", "2023-04-26", "held"): "https://fr.allafrica.com/stories/202304270374.html",
    },
    "CRI": {
        ("expression_of_interest", "", "held"): PACK,
        (
            "status_confirmed",
            "2020",
            "held",
        ): "https://plethoracr.com/news/u-s-highlights-that-costa-rica-reactivated-a-committee-to-eradicate-child-labor",
    },
    "DEU": {
        (
            "expression_of_interest",
            "2021-11-23",
            "held",
        ): "https://www.bmas.de/DE/Service/Presse/Meldungen/2021/bekaempfung-von-menschenhandel-und-zwangsarbeit.html",
        ("status_confirmed", "", "held"): LIST_OF_2025,
    },
    "FRA": {
        (
            "expression_of_interest",
            "2021-04-21",
            "held",
        ): "https://endchildlabour2021.org/pledges/france/",
        (
            "roadmap",
            "2021-11-09",
            "held",
        ): "https://travail-emploi.gouv.fr./lancement-de-la-strategie-nationale-dacceleration-pour-eliminer-le-travail-des-enfants-le-travail-force-la-traite-des-etres-humains-et-lesclavage-contemporain-en-france-et-dans-le-monde-0",
        (
            "status_confirmed",
            "2021-11-18",
            "held",
        ): "http://www.contrelatraite.org/strategie_nationale",
    },
    "GAB": {
        (
            "roadmap",
            "2024-05-24",
            "held",
        ): "https://www.gabonreview.com/pays-pionnier-de-lalliance-8-7-des-odd-le-gabon-sengage-a-respecter-sa-feuille-de-route/",
        (
            "status_confirmed",
            "2024-05",
            "held",
        ): "https://www.gabonreview.com/pays-pionnier-de-lalliance-8-7-des-odd-le-gabon-sengage-a-respecter-sa-feuille-de-route/",
        (
            "workshop",
            "2024-05-23",
            "held",
        ): "https://www.gabonreview.com/pays-pionnier-de-lalliance-8-7-des-odd-le-gabon-sengage-a-respecter-sa-feuille-de-route/",
    },
    "HND": {
        ("expression_of_interest", "", "held"): PACK,
        ("roadmap", "", "held"): "https://alliance87.org/fr/node/43",
        ("roadmap", "2021", "held"): "https://www.ecoi.net/de/dokument/2082725.html",
        ("status_confirmed", "", "held"): LIST_OF_2025,
    },
    "KEN": {
        ("status_confirmed", "", "held"): LIST_OF_2025,
    },
    "LKA": {
        ("expression_of_interest", "", "held"): PACK,
        (
            "status_confirmed",
            "",
            "held",
        ): "https://labourdept.gov.lk/index.php?option=com_content&view=article&id=366&Itemid=101&lang=en",
        ("workshop", "", "planned"): PACK,
    },
    "MAR": {
        ("expression_of_interest", "", "held"): PACK,
        ("roadmap", "2020", "held"): "https://www.ecoi.net/de/dokument/2061949.html",
        (
            "roadmap",
            "2023",
            "held",
        ): "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/western-sahara",
        (
            "status_confirmed",
            "2020",
            "held",
        ): "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/morocco",
        ("workshop", "", "planned"): PACK,
    },
    "MDG": {
        ("expression_of_interest", "", "held"): PACK,
        ("roadmap", "2018-10-25", "held"): "https://alliance87.org/es/node/76",
        ("status_confirmed", "", "held"): LIST_OF_2025,
        ("workshop", "2018-10-25", "held"): "https://alliance87.org/es/node/76",
        (
            "yearly_report",
            "2021",
            "held",
        ): "http://ilo.ch/dyn/normlex/fr/f?p=1000%3A13101%3A0%3A%3ANO%3A13101%3AP13101_COMMENT_ID%3A4290595",
    },
    "MEX": {
        ("expression_of_interest", "", "held"): PACK,
        ("roadmap", "2019-09", "held"): PACK,
        (
            "status_confirmed",
            "2019-09",
            "held",
        ): "https://iniciativa2025alc.org/en/noticias/mexico-se-convierte-en-el-tercer-pais-pionero-de-la-alianza-87-en-america-latina-y-el-caribe",
        (
            "workshop",
            "2019-09-24",
            "held",
        ): "https://iniciativa2025alc.org/en/noticias/mexico-se-convierte-en-el-tercer-pais-pionero-de-la-alianza-87-en-america-latina-y-el-caribe",
    },
    "MWI": {
        ("expression_of_interest", "", "held"): PACK,
        (
            "roadmap",
            "2023-09-28",
            "held",
        ): "http://www.ilo.org/africa/technical-cooperation/accel-africa/malawi/WCMS_897169/lang--en/index.htm",
        (
            "roadmap",
            "2023-11-28",
            "held",
        ): "https://ilo.org/africa/technical-cooperation/accel-africa/WCMS_905558/lang--en/index.htm",
        (
            "status_confirmed",
            "2020-03",
            "held",
        ): "http://www.ilo.org/africa/technical-cooperation/accel-africa/malawi/WCMS_897169/lang--en/index.htm",
        ("workshop", "2020-03-26", "postponed"): PACK,
        (
            "workshop",
            "2022-09-28",
            "held",
        ): "https://www.ilo.org/africa/technical-cooperation/accel-africa/malawi/WCMS_859023/lang--en/index.htm",
    },
    "NGA": {
        (
            "expression_of_interest",
            "2018-05-21",
            "held",
        ): "http://www.ilo.org/africa/technical-cooperation/accel-africa/WCMS_733772/lang--en/index.htm",
        (
            "status_confirmed",
            "2021-05",
            "held",
        ): "https://nigerianstat.gov.ng/microdata/index.php/catalog/77",
        ("workshop", "2019-05-09", "held"): PACK,
    },
    "NLD": {
        (
            "expression_of_interest",
            "2020-01",
            "held",
        ): "https://www.sunnewsonline.com/ilo-seeks-new-approach-against-child-labour/",
        (
            "status_confirmed",
            "2022-02",
            "held",
        ): "http://www.ilo.org/brussels/information-resources/news/WCMS_837351/lang--en/index.htm",
    },
    "NPL": {
        ("expression_of_interest", "", "held"): PACK,
        (
            "roadmap",
            "",
            "held",
        ): "http://aidara.mondoblog.org/2019/03/06/alliance-8-7-mauritanie-3eme-pays-monde-a-adopter-plan-strategique/",
        (
            "status_confirmed",
            "",
            "held",
        ): "https://alliance87.org/events/pathfinder-country-strategic-workshop-nepal",
        (
            "workshop",
            "2019-02-07",
            "held",
        ): "https://alliance87.org/events/pathfinder-country-strategic-workshop-nepal",
    },
    "VNM": {
        ("expression_of_interest", "", "held"): PACK,
        (
            "roadmap",
            "2019-05",
            "held",
        ): "https://documents.pub/document/report-on-national-strategic-planning-alliance-87.html",
        (
            "status_confirmed",
            "",
            "held",
        ): "http://www.ilo.org/hanoi/Whatwedo/Eventsandmeetings/WCMS_734347/lang--en/index.htm",
        ("workshop", "2019-05-24", "held"): PACK,
    },
}
"""Every step of a country: stage, date and state to page. Nothing else may stand there."""

ACTIONS = {
    "ALB-01": ("findings", "adopted", "https://www.ecoi.net/de/dokument/2040494.html", None),
    "ALB-02": (
        "findings",
        "adopted",
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/albania",
        None,
    ),
    "BRA-05": (
        "news",
        "adopted",
        "https://www.todapalavra.info/single-post/brasil-vira-refer%C3%AAncia-mundial-contra-o-trabalho-infantil-e-escravid%C3%A3o-moderna",
        "https://www.gov.br/mdh/pt-br/assuntos/noticias/2026/janeiro/apos-quase-duas-decadas-sem-atualizacao-iii-plano-nacional-para-a-erradicacao-do-trabalho-escravo-e-aprovado",
    ),
    "CIV-02": ("news", "adopted", "https://fr.allafrica.com/stories/201906270210.html", None),
    "CIV-06": (
        "news",
        "adopted",
        "https://www.aip.ci/203298/cote-divoire-aip-dominique-ouattara-lance-le-plan-national-2025-2029-de-lutte-contre-la-traite-lexploitation-et-le-travail-des-enfants/",
        None,
    ),
    "COD-01": (
        "news",
        "limited",
        "https://www.forumdesas.net/2021/11/la-rdc-pays-pionnier-de-lalliance-8-7-selon-la-ministre-de-letps/",
        "https://infoplusrdc.com/priorites-strategiques-pour-atteindre-la-cible-8-7-des-odd-en-rdc-claudine-ndusi-mkembe-a-lance-officiellement-la-promesse-daction-de-la-rdc",
    ),
    "COG-01": ("news", "no_evidence", "https://fr.allafrica.com/stories/202305030319.html", None),
    "DEU-02": (
        "page",
        "completed",
        "https://endchildlabour2021.org/pledges/germany/",
        "https://www.bmas.de/DE/Service/Presse/Meldungen/2021/bekaempfung-von-menschenhandel-und-zwangsarbeit.html",
    ),
    "DEU-03": ("page", "adopted", "https://endchildlabour2021.org/pledges/germany/", None),
    "DEU-05": (
        "roadmap",
        "adopted",
        "https://www.bmas.de/DE/Service/Publikationen/Broschueren/a340-nationaler-aktionsplan-gegen-arbeitsausbeutung-und-zwangsarbeit.html",
        None,
    ),
    "FRA-02": (
        "page",
        "adopted",
        "https://travail-emploi.gouv.fr/lancement-de-la-strategie-nationale-dacceleration-pour-eliminer-le-travail-des-enfants-le-travail-force-la-traite-des-etres-humains-et-lesclavage-contemporain-en-france-et-dans-le-monde-0",
        None,
    ),
    "GHA-09": (
        "findings",
        "completed",
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/ghana",
        None,
    ),
    "HND-03": (
        "page",
        "completed",
        "https://alliance87.org/fr/node/43",
        "https://www.laprensa.hn/cronologia/-/meta/trabajo-infantil",
    ),
    "KEN-06": ("findings", "completed", "https://www.ecoi.net/en/document/2082753.html", None),
    "MEX-01": (
        "page",
        "substantial",
        PACK,
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/mexico",
    ),
    "MEX-02": (
        "page",
        "adopted",
        PACK,
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/mexico",
    ),
    "MEX-03": (
        "page",
        "substantial",
        PACK,
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/mexico",
    ),
    "MEX-04": (
        "page",
        "substantial",
        PACK,
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/mexico",
    ),
    "MEX-05": (
        "page",
        "adopted",
        PACK,
        "https://edomexaldia.com/el-estado-mexicano-realiza-el-deposito-del-protocolo-de-2014-relativo-al-convenio-sobre-el-trabajo-forzoso",
    ),
    "MRT-05": ("page", "substantial", "https://alliance87.org/pathfinders/mauritania", None),
    "MRT-07": (
        "page",
        "adopted",
        "https://alliance87.org/pathfinders/mauritania",
        "https://www.ecoi.net/en/document/2061943.html",
    ),
    "MWI-05": (
        "findings",
        "adopted",
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/malawi",
        None,
    ),
    "MWI-06": (
        "page",
        "adopted",
        "http://ilo.org/dyn/normlex/en/f?p=1000%3A13100%3A0%3A%3ANO%3A13100%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A4309560%2C103101",
        None,
    ),
    "MWI-11": (
        "page",
        "limited",
        "https://endchildlabour2021.org/fr/childlabour_areas/malawi-fr",
        None,
    ),
    "NPL-05": (
        "page",
        "completed",
        "https://alliance87.org/pathfinders/nepal",
        "https://diplomatnepal.com/news/nepal-struggles-to-eliminate-child-labour-ilo-calls-for-stronger-coordination",
    ),
    "PER-05": (
        "roadmap",
        "adopted",
        "https://elperuano.pe/NormasElperuano/2019/09/18/1807852-1/1807852-1.htm",
        None,
    ),
    "TUN-14": (
        "findings",
        "completed",
        "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/tunisia",
        None,
    ),
    "UGA-15": (
        "page",
        "adopted",
        "https://www.ilo.org/africa/technical-cooperation/accel-africa/WCMS_799733/lang--en/index.htm",
        None,
    ),
    "VNM-01": (
        "page",
        "adopted",
        PACK,
        "https://normlex.ilo.org/dyn/nrmlx_es/f?p=1000%3A13100%3A0%3A%3ANO%3A%3AP13100_COMMENT_ID%2CP13100_LANG_CODE%3A4397665%2Cen%3ANO",
    ),
    "VNM-02": (
        "page",
        "completed",
        PACK,
        "https://foreignaffairs.co.nz/2020/12/19/mil-osi-asia-pac-vietnams-child-labour-rate-2-percentage-points-lower-than-regional-average/",
    ),
}
"""Code to origin, status, the page that names the item, and that of the evidence where it is
another."""


EDITION = re.compile(r"^20\d\d (?=Findings )")
"""The edition that was read stands before the one title of a page that each edition replaces."""

TITLED = (
    schema.stage,
    schema.roadmap,
    schema.priority,
    schema.action,
    schema.status,
    schema.resource,
    schema.report,
    schema.event,
)
NO_PAGE = "Report of the 2nd meeting of the Global Coordinating Group (2018)"
"""A document that was handed over and stands at no address."""

MERE_ADOPTION = re.compile(
    r"\b(adopted|enacted|approved|ratified|promulgated|amended|law was passed|voted|endorsed)\b",
    re.IGNORECASE,
)
DONE_ALL_THE_SAME = {"VNM-09": "published, and training followed"}
"""Completed although the basis tells of an approval: more than that was seen."""

STEP_TITLES = re.compile(
    r"strategic (planning )?workshop|becomes? a pathfinder|pathfinder status|as a pathfinder"
    r"|to be a pathfinder|interest|road ?map|candidat",
    re.IGNORECASE,
)
BESIDE_STEPS = {
    "BRA-workshop-2026-01-27",
    "COG-milestone-2023-04-27-2",
    "GHA-workshop-2020-11-30",
    "LKA-milestone-2020-12-08",
    "MRT-workshop-undated",
    "MWI-milestone-undated",
    "NGA-workshop-2019-11",
}
"""Events that speak of a roadmap and are none of its steps."""


def _actions(connection: Connection) -> dict[str, Action]:
    found = chain(*pathfinders.actions(connection).values())
    return {one.code: one for one in found if not one.report}


def test_at_least_sixty_facts_stand_here() -> None:
    assert len(WORKSHOPS) == 14
    assert len(STEPS) >= 20
    assert len(ACTIONS) >= 26


@pytest.mark.parametrize("area", WORKSHOPS)
def test_the_fourteen_workshops(connection: Connection, area: str) -> None:
    first, last, state, page = WORKSHOPS[area]
    (found,) = [
        one
        for one in pathfinders.stages(connection)[area]
        if one.stage == "workshop" and one.date == first
    ]
    assert (found.end, found.state, found.page) == (last, state, page)


@pytest.mark.parametrize("area", STEPS)
def test_the_steps_of_a_country(connection: Connection, area: str) -> None:
    found = {
        (one.stage, one.date, one.state): one.page
        for one in pathfinders.stages(connection)[area]
        if not one.report
    }
    assert found == STEPS[area]


@pytest.mark.parametrize("code", ACTIONS)
def test_the_origin_and_status_of_an_action(connection: Connection, code: str) -> None:
    origin, status, page, evidence = ACTIONS[code]
    one = _actions(connection)[code]
    said = one.said("curated")
    assert said is not None
    assert (one.origin, said.status, one.page) == (origin, status, page)
    assert said.page == (evidence or page)


def test_what_was_said_before_stays(connection: Connection) -> None:
    history = [(said.checked, said.status) for said in _actions(connection)["MWI-06"].history]
    assert history[:2] == [("2026-11-21", "completed"), ("2026-11-27", "adopted")]


def test_an_address_has_one_title_in_every_table(connection: Connection) -> None:
    titles = defaultdict(set)
    for table in TITLED:
        rows = connection.execute(select(table.c.page, table.c.source_title)).all()
        for page, title in rows:
            if page:
                assert title, page
                titles[page].add(EDITION.sub("", title))
    assert len(titles) > 250
    assert {page: told for page, told in titles.items() if len(told) > 1} == {}


def test_every_row_but_those_of_a_document_has_a_page(connection: Connection) -> None:
    for table in TITLED[:-1]:
        missing = connection.execute(
            select(table.c.source_title).where(table.c.page == "").where(table.c.report == "")
        ).scalars()
        assert set(missing) <= {NO_PAGE}, table.name


def test_nothing_is_completed_because_it_was_adopted(connection: Connection) -> None:
    wrong = {}
    for code, one in _actions(connection).items():
        said = one.said("curated")
        if said and said.status == "completed" and MERE_ADOPTION.search(said.basis):
            wrong[code] = said.basis
    assert wrong.keys() == DONE_ALL_THE_SAME.keys(), wrong


def test_findings_of_another_government_are_named_so(connection: Connection) -> None:
    for one in _actions(connection).values():
        own = "dol.gov" in one.page or "ecoi.net" in one.page
        assert (one.origin == "findings") == own, one.code
    origins = [one.origin for one in _actions(connection).values()]
    assert origins.count("roadmap") == 3
    assert "report" not in origins


def test_priorities_of_actions_are_those_of_their_country(connection: Connection) -> None:
    known = {one.code: one.area for one in chain(*pathfinders.priorities(connection).values())}
    named = {one.code: one for one in _actions(connection).values() if one.roadmap_priority}
    assert len(named) > 50
    assert all(known[one.roadmap_priority] == one.area for one in named.values())


def test_the_timeline_has_no_step_of_its_own(connection: Connection) -> None:
    told = {
        one.code
        for one in pathfinders.events(connection)
        if one.area != "WLD" and STEP_TITLES.search(one.title)
    }
    assert told == BESIDE_STEPS


def test_only_a_report_on_the_indicators_is_one(connection: Connection) -> None:
    yearly = [
        (one.area, one.date)
        for one in chain(*pathfinders.stages(connection).values())
        if one.stage == "yearly_report" and not one.report
    ]
    assert yearly == [("MDG", "2021")]
    kinds = [
        (one.area, one.kind)
        for one in chain(*pathfinders.reports(connection).values())
        if not one.report
    ]
    assert sorted(area for area, kind in kinds if kind == "yearly_report") == ["MDG"]
    workshop = sorted(area for area, kind in kinds if kind == "workshop_report")
    assert workshop == ["CHL", "FJI", "MDG", "MRT", "TUN", "VNM"]


@pytest.mark.parametrize(
    ("code", "date", "end", "state"),
    [
        ("A87-gcg-02", "2018-07", "", "held"),
        ("A87-gcg-03-04", "2018-08", "2019-07", "period"),
        ("A87-business-forum-2019-11-25", "2019-11-25", "2019-11-27", "announced"),
        ("A87-child-labour-platform-2019-11-21", "2019-11-21", "", "announced"),
        ("DEU-workshop-2021-11-23", "2021-11-23", "", "held"),
        ("MEX-milestone-2019-11-12", "2019-11-12", "", "held"),
        ("VNM-milestone-2019-11-12", "2019-11-12", "", "held"),
    ],
)
def test_events_that_were_mended(
    connection: Connection, code: str, date: str, end: str, state: str
) -> None:
    (found,) = [one for one in pathfinders.events(connection) if one.code == code]
    assert (found.date, found.end, found.state) == (date, end, state)
