-- A store as version 0.1 made it, schema verbatim, cut to three countries and a few hundred rows.
CREATE TABLE area (
	code TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	iso2 TEXT DEFAULT '' NOT NULL, 
	m49 TEXT DEFAULT '' NOT NULL, 
	region TEXT DEFAULT '' NOT NULL, 
	subregion TEXT DEFAULT '' NOT NULL, 
	sdg_region TEXT DEFAULT '' NOT NULL, 
	un_member INTEGER DEFAULT '0' NOT NULL, 
	pathfinder TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_area PRIMARY KEY (code), 
	CONSTRAINT ck_area_kind CHECK (kind IN ('country','territory','region','subregion','sdg_region','world','grouping'))
);
CREATE TABLE source (
	code TEXT DEFAULT '' NOT NULL, 
	publisher TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	address TEXT DEFAULT '' NOT NULL, 
	vintage TEXT DEFAULT '' NOT NULL, 
	licence TEXT DEFAULT '' NOT NULL, 
	terms_url TEXT DEFAULT '' NOT NULL, 
	redistribution TEXT DEFAULT '' NOT NULL, 
	citation TEXT DEFAULT '' NOT NULL, 
	accessed TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (code), 
	CONSTRAINT ck_source_redistribution CHECK (redistribution IN ('yes','attribution','unclear','no'))
);
CREATE TABLE indicator (
	code TEXT DEFAULT '' NOT NULL, 
	theme TEXT DEFAULT '' NOT NULL, 
	sdg TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	short TEXT DEFAULT '' NOT NULL, 
	unit TEXT DEFAULT '' NOT NULL, 
	decimals INTEGER NOT NULL, 
	direction TEXT DEFAULT '' NOT NULL, 
	population TEXT DEFAULT '' NOT NULL, 
	age TEXT DEFAULT '' NOT NULL, 
	method TEXT DEFAULT '' NOT NULL, 
	official INTEGER NOT NULL, 
	comparability TEXT DEFAULT '' NOT NULL, 
	definition TEXT DEFAULT '' NOT NULL, 
	caveats TEXT DEFAULT '' NOT NULL, 
	dimension TEXT DEFAULT '' NOT NULL, 
	sources TEXT DEFAULT '' NOT NULL, 
	"order" INTEGER NOT NULL, 
	CONSTRAINT pk_indicator PRIMARY KEY (code), 
	CONSTRAINT ck_indicator_theme CHECK (theme IN ('child_labour','forced_labour','trafficking','context','government'))
);
CREATE TABLE instrument (
	code TEXT DEFAULT '' NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	short TEXT DEFAULT '' NOT NULL, 
	adopted INTEGER NOT NULL, 
	theme TEXT DEFAULT '' NOT NULL, 
	address TEXT DEFAULT '' NOT NULL, 
	"order" INTEGER NOT NULL, 
	CONSTRAINT pk_instrument PRIMARY KEY (code)
);
CREATE TABLE event (
	code TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	area TEXT DEFAULT '' NOT NULL, 
	place TEXT DEFAULT '' NOT NULL, 
	state TEXT DEFAULT '' NOT NULL, 
	title_en TEXT DEFAULT '' NOT NULL, 
	title_fr TEXT DEFAULT '' NOT NULL, 
	title_ar TEXT DEFAULT '' NOT NULL, 
	source_title TEXT DEFAULT '' NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (code), 
	CONSTRAINT ck_event_state CHECK (state IN ('held','postponed','planned','announced','period'))
);
CREATE TABLE ledger (
	dataset TEXT DEFAULT '' NOT NULL, 
	file TEXT DEFAULT '' NOT NULL, 
	sha256 TEXT DEFAULT '' NOT NULL, 
	records_in INTEGER NOT NULL, 
	loaded INTEGER NOT NULL, 
	rejected INTEGER NOT NULL, 
	CONSTRAINT pk_ledger PRIMARY KEY (dataset), 
	CONSTRAINT ck_ledger_nothing_lost CHECK (records_in = loaded + rejected)
);
CREATE TABLE rejected (
	number INTEGER NOT NULL, 
	dataset TEXT DEFAULT '' NOT NULL, 
	file TEXT DEFAULT '' NOT NULL, 
	line TEXT DEFAULT '' NOT NULL, 
	"column" TEXT DEFAULT '' NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	rule TEXT DEFAULT '' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_rejected PRIMARY KEY (number)
);
CREATE TABLE build (
	"key" TEXT DEFAULT '' NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_build PRIMARY KEY ("key")
);
CREATE TABLE area_name (
	area TEXT NOT NULL, 
	language TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	folded TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_area_name PRIMARY KEY (area, language), 
	CONSTRAINT fk_area_name_area FOREIGN KEY(area) REFERENCES area (code)
);
CREATE TABLE area_alias (
	family TEXT DEFAULT '' NOT NULL, 
	spelling TEXT DEFAULT '' NOT NULL, 
	area TEXT NOT NULL, 
	CONSTRAINT pk_area_alias PRIMARY KEY (family, spelling), 
	CONSTRAINT fk_area_alias_area FOREIGN KEY(area) REFERENCES area (code)
);
CREATE TABLE observation (
	indicator TEXT NOT NULL, 
	area TEXT NOT NULL, 
	dimension TEXT DEFAULT '' NOT NULL, 
	category TEXT DEFAULT '' NOT NULL, 
	sex TEXT DEFAULT '' NOT NULL, 
	age TEXT DEFAULT '' NOT NULL, 
	year INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	survey TEXT DEFAULT '' NOT NULL, 
	value FLOAT, 
	lower FLOAT, 
	upper FLOAT, 
	unit TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	nature TEXT DEFAULT '' NOT NULL, 
	suppressed TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	vintage TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_observation PRIMARY KEY (indicator, area, dimension, category, sex, age, year, source, survey), 
	CONSTRAINT ck_observation_sex CHECK (sex IN ('T','F','M')), 
	CONSTRAINT ck_observation_year CHECK (year BETWEEN 1900 AND 2100), 
	CONSTRAINT ck_observation_absence_has_a_status CHECK ((value IS NULL) = (status IN ('Q','O','M','L'))), 
	CONSTRAINT fk_observation_indicator FOREIGN KEY(indicator) REFERENCES indicator (code), 
	CONSTRAINT fk_observation_area FOREIGN KEY(area) REFERENCES area (code), 
	CONSTRAINT fk_observation_source FOREIGN KEY(source) REFERENCES source (code)
)
 WITHOUT ROWID

;
CREATE TABLE ratification (
	area TEXT NOT NULL, 
	instrument TEXT NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	action TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	source TEXT NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_ratification PRIMARY KEY (area, instrument), 
	CONSTRAINT ck_ratification_status CHECK (status IN ('ratified','signed','not_ratified','unknown')), 
	CONSTRAINT fk_ratification_area FOREIGN KEY(area) REFERENCES area (code), 
	CONSTRAINT fk_ratification_instrument FOREIGN KEY(instrument) REFERENCES instrument (code), 
	CONSTRAINT fk_ratification_source FOREIGN KEY(source) REFERENCES source (code)
);
CREATE TABLE legal_fact (
	area TEXT NOT NULL, 
	topic TEXT DEFAULT '' NOT NULL, 
	year INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	unit TEXT DEFAULT '' NOT NULL, 
	standard TEXT DEFAULT '' NOT NULL, 
	conforms TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_legal_fact PRIMARY KEY (area, topic, year, source), 
	CONSTRAINT fk_legal_fact_area FOREIGN KEY(area) REFERENCES area (code), 
	CONSTRAINT fk_legal_fact_source FOREIGN KEY(source) REFERENCES source (code)
);
CREATE TABLE stage (
	area TEXT NOT NULL, 
	stage TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	text_en TEXT DEFAULT '' NOT NULL, 
	text_fr TEXT DEFAULT '' NOT NULL, 
	text_ar TEXT DEFAULT '' NOT NULL, 
	source_title TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_stage PRIMARY KEY (area, stage, date, page), 
	CONSTRAINT fk_stage_area FOREIGN KEY(area) REFERENCES area (code)
);
CREATE TABLE action (
	code TEXT DEFAULT '' NOT NULL, 
	area TEXT NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	priority TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	due TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	status_date TEXT DEFAULT '' NOT NULL, 
	origin TEXT DEFAULT '' NOT NULL, 
	responsible TEXT DEFAULT '' NOT NULL, 
	text_en TEXT DEFAULT '' NOT NULL, 
	text_fr TEXT DEFAULT '' NOT NULL, 
	text_ar TEXT DEFAULT '' NOT NULL, 
	basis_en TEXT DEFAULT '' NOT NULL, 
	basis_fr TEXT DEFAULT '' NOT NULL, 
	basis_ar TEXT DEFAULT '' NOT NULL, 
	source_title TEXT DEFAULT '' NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	page2 TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_action PRIMARY KEY (code), 
	CONSTRAINT ck_action_kind CHECK (kind IN ('action','target')), 
	CONSTRAINT ck_action_status CHECK (status IN ('completed','substantial','limited','not_started','no_evidence')), 
	CONSTRAINT fk_action_area FOREIGN KEY(area) REFERENCES area (code)
);
CREATE TABLE mechanism (
	area TEXT NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	source TEXT NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_mechanism PRIMARY KEY (area, kind, name), 
	CONSTRAINT ck_mechanism_kind CHECK (kind IN ('coordination','policy','programme')), 
	CONSTRAINT fk_mechanism_area FOREIGN KEY(area) REFERENCES area (code), 
	CONSTRAINT fk_mechanism_source FOREIGN KEY(source) REFERENCES source (code)
);
CREATE TABLE suggested_action (
	area TEXT NOT NULL, 
	topic TEXT DEFAULT '' NOT NULL, 
	"group" TEXT DEFAULT '' NOT NULL, 
	first_year INTEGER NOT NULL, 
	last_year INTEGER NOT NULL, 
	years TEXT DEFAULT '' NOT NULL, 
	count INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_suggested_action PRIMARY KEY (area, topic), 
	CONSTRAINT fk_suggested_action_area FOREIGN KEY(area) REFERENCES area (code), 
	CONSTRAINT fk_suggested_action_source FOREIGN KEY(source) REFERENCES source (code)
);
CREATE TABLE listed_good (
	area TEXT NOT NULL, 
	good TEXT DEFAULT '' NOT NULL, 
	sector TEXT DEFAULT '' NOT NULL, 
	child_labour TEXT DEFAULT '' NOT NULL, 
	forced_labour TEXT DEFAULT '' NOT NULL, 
	edition INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_listed_good PRIMARY KEY (area, good, edition), 
	CONSTRAINT fk_listed_good_area FOREIGN KEY(area) REFERENCES area (code), 
	CONSTRAINT fk_listed_good_source FOREIGN KEY(source) REFERENCES source (code)
);
CREATE TABLE roadmap (
	code TEXT DEFAULT '' NOT NULL, 
	area TEXT NOT NULL, 
	title_en TEXT DEFAULT '' NOT NULL, 
	title_fr TEXT DEFAULT '' NOT NULL, 
	title_ar TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	adopted TEXT DEFAULT '' NOT NULL, 
	note_en TEXT DEFAULT '' NOT NULL, 
	note_fr TEXT DEFAULT '' NOT NULL, 
	note_ar TEXT DEFAULT '' NOT NULL, 
	priorities_en TEXT DEFAULT '' NOT NULL, 
	priorities_fr TEXT DEFAULT '' NOT NULL, 
	priorities_ar TEXT DEFAULT '' NOT NULL, 
	source_title TEXT DEFAULT '' NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_roadmap PRIMARY KEY (code), 
	CONSTRAINT fk_roadmap_area FOREIGN KEY(area) REFERENCES area (code)
);
CREATE TABLE resource (
	code TEXT DEFAULT '' NOT NULL, 
	area TEXT NOT NULL, 
	amount TEXT DEFAULT '' NOT NULL, 
	currency TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	funder TEXT DEFAULT '' NOT NULL, 
	text_en TEXT DEFAULT '' NOT NULL, 
	text_fr TEXT DEFAULT '' NOT NULL, 
	text_ar TEXT DEFAULT '' NOT NULL, 
	source_title TEXT DEFAULT '' NOT NULL, 
	page TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_resource PRIMARY KEY (code), 
	CONSTRAINT fk_resource_area FOREIGN KEY(area) REFERENCES area (code)
);
CREATE INDEX ix_area_name_language ON area_name (language, area);
CREATE INDEX ix_observation_by_year ON observation (indicator, dimension, category, sex, age, year, area, value, status);
CREATE INDEX ix_observation_by_area ON observation (area, indicator);
CREATE INDEX ix_action_area ON action (area);
CREATE INDEX ix_roadmap_area ON roadmap (area);
CREATE INDEX ix_resource_area ON resource (area);
INSERT INTO "area" VALUES ('CIV', 'country', 'Côte d''Ivoire', 'CI', '384', 'M49_002', 'M49_011', 'M49_202', 1, 'pathfinder');
INSERT INTO "area" VALUES ('GHA', 'country', 'Ghana', 'GH', '288', 'M49_002', 'M49_011', 'M49_202', 1, 'pathfinder');
INSERT INTO "area" VALUES ('NPL', 'country', 'Nepal', 'NP', '524', 'M49_142', 'M49_034', 'SDG_062', 1, 'pathfinder');
INSERT INTO "area" VALUES ('M49_002', 'region', 'Africa', '', '002', '', '', '', 0, '');
INSERT INTO "area" VALUES ('M49_009', 'region', 'Oceania', '', '009', '', '', '', 0, '');
INSERT INTO "area" VALUES ('M49_019', 'region', 'Americas', '', '019', '', '', '', 0, '');
INSERT INTO "area" VALUES ('M49_142', 'region', 'Asia', '', '142', '', '', '', 0, '');
INSERT INTO "area" VALUES ('M49_150', 'region', 'Europe', '', '150', '', '', '', 0, '');
INSERT INTO "area" VALUES ('WLD', 'world', 'World', '', '001', '', '', '', 0, '');
INSERT INTO "area_name" VALUES ('CIV', 'ar', 'كوت ديفوار', 'كوت ديفوار');
INSERT INTO "area_name" VALUES ('GHA', 'ar', 'غانا', 'غانا');
INSERT INTO "area_name" VALUES ('NPL', 'ar', 'نيبال', 'نيبال');
INSERT INTO "area_name" VALUES ('CIV', 'en', 'Côte d''Ivoire', 'cote d ivoire');
INSERT INTO "area_name" VALUES ('GHA', 'en', 'Ghana', 'ghana');
INSERT INTO "area_name" VALUES ('NPL', 'en', 'Nepal', 'nepal');
INSERT INTO "area_name" VALUES ('CIV', 'fr', 'Côte d''Ivoire', 'cote d ivoire');
INSERT INTO "area_name" VALUES ('GHA', 'fr', 'Ghana', 'ghana');
INSERT INTO "area_name" VALUES ('NPL', 'fr', 'Népal', 'nepal');
INSERT INTO "area_name" VALUES ('M49_002', 'ar', 'أفريقيا', 'افريقيا');
INSERT INTO "area_name" VALUES ('M49_009', 'ar', 'أوقيانوسيا', 'اوقيانوسيا');
INSERT INTO "area_name" VALUES ('M49_019', 'ar', 'الأمريكتان', 'الامريكتان');
INSERT INTO "area_name" VALUES ('M49_142', 'ar', 'آسيا', 'اسيا');
INSERT INTO "area_name" VALUES ('M49_150', 'ar', 'أوروبا', 'اوروبا');
INSERT INTO "area_name" VALUES ('WLD', 'ar', 'العالم', 'العالم');
INSERT INTO "area_name" VALUES ('M49_002', 'en', 'Africa', 'africa');
INSERT INTO "area_name" VALUES ('M49_009', 'en', 'Oceania', 'oceania');
INSERT INTO "area_name" VALUES ('M49_019', 'en', 'Americas', 'americas');
INSERT INTO "area_name" VALUES ('M49_142', 'en', 'Asia', 'asia');
INSERT INTO "area_name" VALUES ('M49_150', 'en', 'Europe', 'europe');
INSERT INTO "area_name" VALUES ('WLD', 'en', 'World', 'world');
INSERT INTO "area_name" VALUES ('M49_002', 'fr', 'Afrique', 'afrique');
INSERT INTO "area_name" VALUES ('M49_009', 'fr', 'Océanie', 'oceanie');
INSERT INTO "area_name" VALUES ('M49_019', 'fr', 'Amériques', 'ameriques');
INSERT INTO "area_name" VALUES ('M49_142', 'fr', 'Asie', 'asie');
INSERT INTO "area_name" VALUES ('M49_150', 'fr', 'Europe', 'europe');
INSERT INTO "area_name" VALUES ('WLD', 'fr', 'Monde', 'monde');
INSERT INTO "area_alias" VALUES ('general', 'Cote D`Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Cote d''Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Cote dIvoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Cote d’Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Côte d''Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Côte dIvoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Côte d’Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Côte-d''Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Ghana', 'GHA');
INSERT INTO "area_alias" VALUES ('general', 'Ivory Coast', 'CIV');
INSERT INTO "area_alias" VALUES ('general', 'Nepal', 'NPL');
INSERT INTO "area_alias" VALUES ('ilab', 'Cote d''Ivoire', 'CIV');
INSERT INTO "area_alias" VALUES ('ilab', 'Côte d''Ivoire', 'CIV');
INSERT INTO "source" VALUES ('ILAB_FINDINGS', 'US Department of Labor, Bureau of International Labor Affairs', 'Findings on the Worst Forms of Child Labor', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings', 'reports 2014, 2016-2020 and 2022', 'US federal government work, public domain in the United States', 'https://www.dol.gov/general/aboutdol/copyright', 'yes', 'US Department of Labor, Findings on the Worst Forms of Child Labor, reports 2014, 2016-2020 and 2022.', '', 'One government''s view of other governments. Law, institutions, enforcement figures and suggested actions; the suggested actions are sorted into topics by us.');
INSERT INTO "source" VALUES ('NATIONAL_PLANS', 'Several publishers, named by the page of each row', 'National plans and strategies as public pages name them', 'https://www.alliance87.org', 'page by page', 'Facts only', '', 'attribution', 'National plan as named on the page beside it.', '', 'Curated from public pages: a plan that is not listed may still exist, and an adopted plan is not a plan carried out.');
INSERT INTO "source" VALUES ('NORMLEX', 'International Labour Organization', 'NORMLEX: ratifications of ILO conventions and protocols', 'https://normlex.ilo.org', 'page by page', 'CC BY 4.0 (ILO, unless the page says otherwise)', 'https://www.ilo.org/rights-and-permissions', 'attribution', 'International Labour Organization, NORMLEX; each ratification with the page it was read from.', '', '39 countries. Some years come from other official pages that repeat them, such as Alliance 8.7 country pages.');
INSERT INTO "source" VALUES ('UNODC_GLOTIP', 'United Nations Office on Drugs and Crime', 'Trafficking in persons: detected victims and criminal justice (GLOTIP data)', 'https://dataunodc.un.org/dp-trafficking-persons', '2025-10-28', 'Publisher''s terms: reproduction for educational or non-profit purposes with acknowledgement of the source', 'https://www.un.org/en/about-us/terms-of-use', 'attribution', 'UNODC, Global Report on Trafficking in Persons data, edition of 28 October 2025.', '', 'States report these counts to UNODC. Counts below 5 are suppressed.');
INSERT INTO "source" VALUES ('UNSD_SDG_16_2_2_2019Q3', 'United Nations Statistics Division', 'SDG Global Database, indicator 16.2.2, release 2019 Q3', 'https://unstats.un.org/sdgs/dataportal', '2019-Q3', 'CC BY 4.0 (as distributed)', 'https://creativecommons.org/licenses/by/4.0/', 'attribution', 'United Nations Statistics Division, SDG Global Database, series VC_HTF_DETV and its forms, release 2019 Q3. Custodian: UNODC.', '', 'An earlier release, with years to 2017.');
INSERT INTO "source" VALUES ('UNSD_SDG_2023', 'United Nations Statistics Division', 'SDG Global Database', 'https://unstats.un.org/sdgs/dataportal', 'December 2023', 'CC BY 4.0', 'https://unstats.un.org/sdgs/dataportal/database', 'attribution', 'United Nations Statistics Division, SDG Global Database, release of December 2023.', '', 'Custodians of the series: ILO (work, social protection), World Bank (poverty), UNICEF (birth registration, child marriage), UNHCR (refugees). Licence as stated on the copy.');
INSERT INTO "source" VALUES ('UNSD_SDG_8_7_1', 'United Nations Statistics Division', 'SDG Global Database, indicator 8.7.1 (union of the releases of October 2018 to May 2023)', 'https://unstats.un.org/sdgs/dataportal', '2018-10-04 to 2023-05-21', 'CC BY 4.0 (as distributed)', 'https://creativecommons.org/licenses/by/4.0/', 'attribution', 'United Nations Statistics Division, SDG Global Database, series SL_TLF_CHLDEA and SL_TLF_CHLDEC, releases of 2018 to 2023. Custodians: ILO and UNICEF.', '', 'The database shows one survey a country; earlier surveys come from earlier releases, and each figure carries the last release that held it.');
INSERT INTO "source" VALUES ('UNTC_2015', 'United Nations, Office of Legal Affairs', 'United Nations Treaty Collection: status of multilateral treaties, March 2015', 'https://treaties.un.org', '2015-03', 'Not stated in the copy', 'https://www.un.org/en/about-us/terms-of-use', 'unclear', 'United Nations Treaty Collection, status of multilateral treaties deposited with the Secretary-General, as of March 2015.', '', 'Exact dates, read from a copy of the public status lists. The Slavery Convention of 1926 holds the UN period only.');
INSERT INTO "source" VALUES ('UNTC_2022', 'United Nations, Office of Legal Affairs', 'United Nations Treaty Collection: status of human rights treaties, August 2022', 'https://treaties.un.org', '2022-08', 'Not stated in the copy', 'https://www.un.org/en/about-us/terms-of-use', 'unclear', 'United Nations Treaty Collection, status of human rights treaties, as of August 2022 (years).', '', 'Years only, 193 States; ''no action'' is an explicit statement that the State is not a party.');
INSERT INTO "source" VALUES ('USDOL_LIST_OF_GOODS', 'United States Department of Labor, Bureau of International Labor Affairs', 'List of Goods Produced by Child Labor or Forced Labor, editions of 2014 to 2022', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', '2022', 'United States federal work, public domain', 'https://www.dol.gov/general/aboutdol/copyright', 'yes', 'US Department of Labor, Bureau of International Labor Affairs, List of Goods Produced by Child Labor or Forced Labor.', '', 'The view of one government. A listing says nothing on how common the practice is.');
INSERT INTO "source" VALUES ('WALK_FREE_GSI_2023', 'Walk Free (Minderoo Foundation)', 'Global Slavery Index 2023', 'https://www.walkfree.org/global-slavery-index/', '2023', 'All rights reserved', 'https://www.walkfree.org/terms-and-conditions/', 'unclear', 'Walk Free, Global Slavery Index 2023.', '', 'Modelled estimates of a private foundation, not official statistics; quoted with attribution.');
INSERT INTO "indicator" VALUES ('SI_COV_CHLD', 'context', '1.3.1', 'Children or households receiving a child or family cash benefit', 'Child and family benefits', 'PERCENT', 1, 'up', 'Children, or households with children', '', 'administrative', 1, 'social_protection_children', 'Share of children, or of households with children, that receive a cash benefit for children or families.', '["Coverage is put together from administrative records and surveys by the ILO; schemes differ in level and regularity of benefits, which the share does not show."]', '_T', '["UNSD_SDG_2023"]', 630);
INSERT INTO "indicator" VALUES ('SL_TLF_CHLDEA', 'child_labour', '8.7.1', 'Children engaged in child labour, economic activity', 'Child labour, economic activity', 'PERCENT', 1, 'down', 'Children aged 5 to 17 years', '5-17', 'survey', 1, 'child-labour-economic', 'Share of children who do economic work for at least 1 hour a week at ages 5-11, 14 hours at ages 12-14 or 43 hours at ages 15-17. Household chores are not counted.', '["Ages differ between surveys (5-17, 5-14, 6-17, 7-17, 10-17); surveys of different ages are not compared.", "Surveys differ in questionnaire and season; a change between two surveys of different kinds may come from the surveys.", "Surveys are dated by the end of fieldwork; earlier releases of the database dated some of them one year earlier, and those copies are left out.", "Household chores are not counted, so figures are lower than those with chores, above all for girls.", "Hazardous work below the hours thresholds is not counted."]', '_T', '["UNSD_SDG_8_7_1"]', 10);
INSERT INTO "indicator" VALUES ('SL_TLF_CHLDEC', 'child_labour', '8.7.1', 'Children engaged in child labour, economic activity and household chores', 'Child labour, with household chores', 'PERCENT', 1, 'down', 'Children aged 5 to 17 years', '5-17', 'survey', 1, 'child-labour-economic-chores', 'Share of children who do economic work for at least 1 hour a week at ages 5-11, 14 hours at ages 12-14 or 43 hours at ages 15-17, or household chores for at least 21 hours a week at ages 5-14. There is no threshold of chores at ages 15-17.', '["Ages differ between surveys (5-17, 5-14, 6-17, 7-17, 10-17); surveys of different ages are not compared.", "Surveys differ in questionnaire and season; a change between two surveys of different kinds may come from the surveys.", "Surveys are dated by the end of fieldwork; earlier releases of the database dated some of them one year earlier, and those copies are left out.", "World and region figures published under the same code leave chores out; they stand with the global estimates and are never set against these.", "Hazardous work below the hours thresholds is not counted."]', '_T', '["UNSD_SDG_8_7_1"]', 20);
INSERT INTO "indicator" VALUES ('SL_TLF_NEET', 'context', '8.6.1', 'Youth not in education, employment or training', 'Youth NEET rate', 'PERCENT', 1, 'down', 'Persons aged 15 to 24', '15-24', 'survey', 1, 'neet_13icls', 'Share of persons aged 15 to 24 who neither work nor attend education or training (13th ICLS definition of employment).', '["Countries use different surveys and limits of employment."]', '_T', '["UNSD_SDG_2023"]', 780);
INSERT INTO "indicator" VALUES ('SM_POP_REFG_OR', 'context', '10.7.4', 'Refugees by country of origin', 'Refugees who left', 'PER_100000', 1, 'none', 'Population of the country of origin', '', 'administrative', 1, 'refugees_origin', 'Number of refugees who come from the country, per 100,000 of its population.', '["Counts refugees under UNHCR''s mandate, recognized abroad; not displacement inside the country."]', '_T', '["UNSD_SDG_2023"]', 850);
INSERT INTO "indicator" VALUES ('TIP_CONVICTED', 'trafficking', '', 'Persons convicted of trafficking in persons', 'Convicted', 'PERSONS', 0, 'none', 'Persons dealt with by the country''s criminal justice system', '', 'administrative', 1, 'unodc-convicted', 'Persons convicted of trafficking in persons in a year, by sex, age and citizenship.', '["Persons prosecuted or convicted in a year need not be those suspected in that year.", "Counts of 1 to 4 are suppressed by the publisher and shown as <5: neither 0 nor 5.", "Totals can differ from the sum of their parts; persons of unknown sex or age count in the total only.", "Where several unnamed parts stand under one label, the group is left out, because adding them could count a person twice; one figure beside zeros is kept.", "Convictions by form of exploitation are left out: in most country-years they add up to more than the persons convicted.", "By citizenship, only own nationals, stateless persons and unknown citizenship are kept.", "Fifteen impossible counts of convictions by citizenship (Andorra, El Salvador, Pakistan, Sierra Leone, South Africa) are left out.", "Laws, counting rules and reporting years differ between States: do not rank countries by this figure."]', '_T', '["UNODC_GLOTIP"]', 350);
INSERT INTO "indicator" VALUES ('VC_HTF_DETV', 'trafficking', '16.2.2', 'Detected victims of human trafficking (SDG database, 2019)', 'Victims, SDG 2019, all forms', 'PERSONS', 0, 'none', 'Victims of trafficking in persons detected in the country', '', 'administrative', 1, 'unsd-2019-all', 'Detected victims of trafficking, as the SDG Global Database of 2019 published them, years to 2017.', '["An earlier release, kept for comparison; the UNODC figures of 2025 are newer and suppress counts below 5.", "Counts victims whom authorities or services detected, not how many victims there are; a rise can mean better detection.", "Figures of one country that come from different kinds of sources should not be compared."]', '_T', '["UNSD_SDG_16_2_2_2019Q3"]', 360);
INSERT INTO "indicator" VALUES ('VC_HTF_DETVSX', 'trafficking', '16.2.2', 'Detected victims of human trafficking: sexual exploitation (SDG database, 2019)', 'Victims, SDG 2019, sexual', 'PERSONS', 0, 'none', 'Victims of trafficking in persons detected in the country', '', 'administrative', 1, 'unsd-2019-sx', 'Detected victims of trafficking: sexual exploitation, as the SDG Global Database of 2019 published them, years to 2017.', '["An earlier release, kept for comparison; the UNODC figures of 2025 are newer and suppress counts below 5.", "Counts victims whom authorities or services detected, not how many victims there are; a rise can mean better detection.", "Figures of one country that come from different kinds of sources should not be compared."]', '_T', '["UNSD_SDG_16_2_2_2019Q3"]', 362);
INSERT INTO "indicator" VALUES ('WF_MODERN_SLAVERY_2023_NUMBER', 'forced_labour', '', 'Estimated number of people in modern slavery, Walk Free 2023', 'Modern slavery number, 2023 edition', 'PERSONS', 0, 'none', 'People living in the country', '', 'model', 0, 'walkfree-2023-number', 'Estimated number of people in forced labour or forced marriage; reference year 2021.', '["A model''s estimate by a private foundation, not an official statistic.", "The method changed with each edition: editions do not form a trend."]', '_T', '["WALK_FREE_GSI_2023"]', 251);
INSERT INTO "indicator" VALUES ('WF_RESPONSE_2023', 'forced_labour', '', 'Government response to modern slavery, Walk Free 2023', 'Government response score, 2023', 'INDEX', 1, 'none', 'Governments', '', 'expert', 0, 'walkfree-2023-response', 'Walk Free''s score of measures taken by the government; complicity in forced labour lowers it in 2016 and 2018, below 0 for some.', '["A model''s estimate by a private foundation, not an official statistic.", "The method changed with each edition: editions do not form a trend."]', '_T', '["WALK_FREE_GSI_2023"]', 253);
INSERT INTO "indicator" VALUES ('TIP_PROSECUTED', 'trafficking', '', 'Persons prosecuted for trafficking in persons', 'Prosecuted', 'PERSONS', 0, 'none', 'Persons dealt with by the country''s criminal justice system', '', 'administrative', 1, 'unodc-prosecuted', 'Persons against whom prosecution for trafficking in persons was begun in a year.', '["Persons prosecuted or convicted in a year need not be those suspected in that year.", "Counts of 1 to 4 are suppressed by the publisher and shown as <5: neither 0 nor 5.", "Totals can differ from the sum of their parts; persons of unknown sex or age count in the total only.", "Where several unnamed parts stand under one label, the group is left out, because adding them could count a person twice; one figure beside zeros is kept.", "Laws, counting rules and reporting years differ between States: do not rank countries by this figure."]', '_T', '["UNODC_GLOTIP"]', 340);
INSERT INTO "indicator" VALUES ('TIP_VICTIMS', 'trafficking', '16.2.2', 'Detected victims of trafficking in persons', 'Detected victims', 'PERSONS', 0, 'none', 'Victims of trafficking in persons detected in the country', '', 'administrative', 1, 'unodc-victims', 'Persons whom authorities of the country detected as victims of trafficking in a year, by form of exploitation, sex, age and citizenship. It is the count behind SDG indicator 16.2.2 (series VC_HTF_DETV).', '["Counts victims whom authorities or services detected, not how many victims there are; a rise can mean better detection.", "Counts of 1 to 4 are suppressed by the publisher and shown as <5: neither 0 nor 5.", "Totals can differ from the sum of their parts; persons of unknown sex or age count in the total only.", "Where several unnamed parts stand under one label, the group is left out, because adding them could count a person twice; one figure beside zeros is kept.", "By citizenship, only own nationals, stateless persons and unknown citizenship are kept.", "Laws, counting rules and reporting years differ between States: do not rank countries by this figure."]', 'form', '["UNODC_GLOTIP"]', 310);
INSERT INTO "indicator" VALUES ('UNICEF_CL_ECON', 'child_labour', '8.7.1', 'Children engaged in child labour, economic activities (UNICEF, 2020-2025)', 'Child labour, economic (UNICEF)', 'PERCENT', 1, 'down', 'Children aged 5 to 17 years', '5-17', 'survey', 1, 'child-labour-economic', 'Share of children who do economic work for at least 1 hour a week at ages 5-11, 14 hours at ages 12-14 or 43 hours at ages 15-17. Household chores are not counted.', '["Ages differ between surveys (5-17, 5-14, 6-17, 7-17, 10-17); surveys of different ages are not compared.", "Surveys differ in questionnaire and season; a change between two surveys of different kinds may come from the surveys.", "Household chores are not counted, so figures are lower than those with chores, above all for girls.", "Figures for groupings and the world are ILO-UNICEF estimates for 2024, not averages of the countries shown."]', '_T', '["UNICEF_CL_2025"]', 30);
INSERT INTO "indicator" VALUES ('UNICEF_CL_ECON_HC', 'child_labour', '8.7.1', 'Children engaged in child labour, economic activities and household chores (UNICEF)', 'Child labour, with chores (UNICEF)', 'PERCENT', 1, 'down', 'Children aged 5 to 17 years', '5-17', 'survey', 1, 'child-labour-economic-chores', 'Share of children who do economic work for at least 1 hour a week at ages 5-11, 14 hours at ages 12-14 or 43 hours at ages 15-17, or household chores for at least 21 hours a week at ages 5-14. There is no threshold of chores at ages 15-17.', '["Ages differ between surveys (5-17, 5-14, 6-17, 7-17, 10-17); surveys of different ages are not compared.", "Surveys differ in questionnaire and season; a change between two surveys of different kinds may come from the surveys."]', '_T', '["UNICEF_CL_2022", "UNICEF_CL_2020"]', 40);
INSERT INTO "indicator" VALUES ('WF_MODERN_SLAVERY_2023_RATE', 'forced_labour', '', 'Estimated prevalence of modern slavery, Walk Free 2023', 'Modern slavery rate, 2023 edition', 'PER_1000', 1, 'none', 'People living in the country', '', 'model', 0, 'walkfree-2023-rate', 'Estimated share of people in forced labour or forced marriage, per 1,000 people; reference year 2021.', '["A model''s estimate by a private foundation, not an official statistic.", "The method changed with each edition: editions do not form a trend."]', '_T', '["WALK_FREE_GSI_2023"]', 250);
INSERT INTO "observation" VALUES ('SI_COV_CHLD', 'GHA', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_2023', '', 5.6, NULL, NULL, 'PERCENT', 'A', 'E', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SI_COV_CHLD', 'GHA', '_T', '_T', 'T', '_T', 2020, 'UNSD_SDG_2023', '', 25.9, NULL, NULL, 'PERCENT', 'A', 'E', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SI_COV_CHLD', 'NPL', '_T', '_T', 'T', '_T', 2020, 'UNSD_SDG_2023', '', 22.9, NULL, NULL, 'PERCENT', 'A', 'E', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'CIV', '_T', '_T', 'F', '5-14', 2011, 'UNSD_SDG_8_7_1', '', 24.719, NULL, NULL, 'PERCENT', 'A', '', '', 'In the source the total lies outside the values of the two sexes', '2019-07-16');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'CIV', '_T', '_T', 'F', '5-17', 2016, 'UNSD_SDG_8_7_1', '', 15.8, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'CIV', '_T', '_T', 'M', '5-14', 2011, 'UNSD_SDG_8_7_1', '', 24.819, NULL, NULL, 'PERCENT', 'A', '', '', 'In the source the total lies outside the values of the two sexes', '2019-07-16');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'CIV', '_T', '_T', 'M', '5-17', 2016, 'UNSD_SDG_8_7_1', '', 19.3, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'CIV', '_T', '_T', 'T', '5-14', 2011, 'UNSD_SDG_8_7_1', '', 25.155, NULL, NULL, 'PERCENT', 'A', '', '', 'In the source the total lies outside the values of the two sexes', '2019-07-16');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'CIV', '_T', '_T', 'T', '5-17', 2016, 'UNSD_SDG_8_7_1', '', 17.5, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'GHA', '_T', '_T', 'F', '5-17', 2018, 'UNSD_SDG_8_7_1', '', 15.2, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'GHA', '_T', '_T', 'F', '7-17', 2012, 'UNSD_SDG_8_7_1', '', 17.6, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2020-05-17');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'GHA', '_T', '_T', 'M', '5-17', 2018, 'UNSD_SDG_8_7_1', '', 14.5, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'GHA', '_T', '_T', 'M', '7-17', 2012, 'UNSD_SDG_8_7_1', '', 17.4, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2020-05-17');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'GHA', '_T', '_T', 'T', '5-17', 2018, 'UNSD_SDG_8_7_1', '', 14.8, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'GHA', '_T', '_T', 'T', '7-17', 2012, 'UNSD_SDG_8_7_1', '', 17.5, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2020-05-17');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'NPL', '_T', '_T', 'F', '5-17', 2014, 'UNSD_SDG_8_7_1', '', 19.25, NULL, NULL, 'PERCENT', 'A', 'CA', '', 'Releases of the database differ slightly on this value; In the source the total lies outside the values of the two sexes', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'NPL', '_T', '_T', 'M', '5-17', 2014, 'UNSD_SDG_8_7_1', '', 19.158, NULL, NULL, 'PERCENT', 'A', 'CA', '', 'In the source the total lies outside the values of the two sexes', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEA', 'NPL', '_T', '_T', 'T', '5-17', 2014, 'UNSD_SDG_8_7_1', '', 19.03, NULL, NULL, 'PERCENT', 'A', 'CA', '', 'In the source the total lies outside the values of the two sexes', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'CIV', '_T', '_T', 'F', '5-14', 2011, 'UNSD_SDG_8_7_1', '', 30.61, NULL, NULL, 'PERCENT', 'A', '', '', '', '2019-07-16');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'CIV', '_T', '_T', 'F', '5-17', 2016, 'UNSD_SDG_8_7_1', 'MICS 2016', 22.6, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'CIV', '_T', '_T', 'M', '5-14', 2011, 'UNSD_SDG_8_7_1', '', 26.889, NULL, NULL, 'PERCENT', 'A', '', '', '', '2019-07-16');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'CIV', '_T', '_T', 'M', '5-17', 2016, 'UNSD_SDG_8_7_1', 'MICS 2016', 21.5, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'CIV', '_T', '_T', 'T', '5-14', 2011, 'UNSD_SDG_8_7_1', '', 29.106, NULL, NULL, 'PERCENT', 'A', '', '', '', '2019-07-16');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'CIV', '_T', '_T', 'T', '5-17', 2016, 'UNSD_SDG_8_7_1', 'MICS 2016', 22.1, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'GHA', '_T', '_T', 'F', '5-17', 2018, 'UNSD_SDG_8_7_1', 'MICS 2017-18', 21.7, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'GHA', '_T', '_T', 'F', '7-17', 2012, 'UNSD_SDG_8_7_1', '', 21.3, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2020-05-17');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'GHA', '_T', '_T', 'M', '5-17', 2018, 'UNSD_SDG_8_7_1', 'MICS 2017-18', 18.6, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'GHA', '_T', '_T', 'M', '7-17', 2012, 'UNSD_SDG_8_7_1', '', 18.6, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2020-05-17');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'GHA', '_T', '_T', 'T', '5-17', 2018, 'UNSD_SDG_8_7_1', 'MICS 2017-18', 20.1, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'GHA', '_T', '_T', 'T', '7-17', 2012, 'UNSD_SDG_8_7_1', '', 19.9, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2020-05-17');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'NPL', '_T', '_T', 'F', '5-17', 2014, 'UNSD_SDG_8_7_1', 'MICS 2014', 23.07, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'NPL', '_T', '_T', 'M', '5-17', 2014, 'UNSD_SDG_8_7_1', 'MICS 2014', 20.29, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_CHLDEC', 'NPL', '_T', '_T', 'T', '5-17', 2014, 'UNSD_SDG_8_7_1', 'MICS 2014', 21.71, NULL, NULL, 'PERCENT', 'A', 'CA', '', '', '2023-05-21');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'F', '15-24', 2012, 'UNSD_SDG_2023', '', 28.2, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'F', '15-24', 2013, 'UNSD_SDG_2023', '', 24.45, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'F', '15-24', 2016, 'UNSD_SDG_2023', '', 36.05, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'F', '15-24', 2019, 'UNSD_SDG_2023', '', 31.46, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'M', '15-24', 2012, 'UNSD_SDG_2023', '', 16.67, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'M', '15-24', 2013, 'UNSD_SDG_2023', '', 10.1, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'M', '15-24', 2016, 'UNSD_SDG_2023', '', 13.64, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'M', '15-24', 2019, 'UNSD_SDG_2023', '', 11.88, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'T', '15-24', 2012, 'UNSD_SDG_2023', '', 22.76, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'T', '15-24', 2013, 'UNSD_SDG_2023', '', 17.51, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'T', '15-24', 2016, 'UNSD_SDG_2023', '', 25.76, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'CIV', '_T', '_T', 'T', '15-24', 2019, 'UNSD_SDG_2023', '', 21.92, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'F', '15-24', 2000, 'UNSD_SDG_2023', '', 33.2, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'F', '15-24', 2006, 'UNSD_SDG_2023', '', 31.2, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'F', '15-24', 2010, 'UNSD_SDG_2023', '', 23.55, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'F', '15-24', 2013, 'UNSD_SDG_2023', '', 17.1, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'F', '15-24', 2015, 'UNSD_SDG_2023', '', 31.33, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'F', '15-24', 2017, 'UNSD_SDG_2023', '', 25.25, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'M', '15-24', 2000, 'UNSD_SDG_2023', '', 27.48, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'M', '15-24', 2006, 'UNSD_SDG_2023', '', 22.55, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'M', '15-24', 2010, 'UNSD_SDG_2023', '', 16.81, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'M', '15-24', 2013, 'UNSD_SDG_2023', '', 10.89, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'M', '15-24', 2015, 'UNSD_SDG_2023', '', 18.51, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'M', '15-24', 2017, 'UNSD_SDG_2023', '', 20.76, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'T', '15-24', 2000, 'UNSD_SDG_2023', '', 30.37, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'T', '15-24', 2006, 'UNSD_SDG_2023', '', 26.92, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'T', '15-24', 2010, 'UNSD_SDG_2023', '', 20.25, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'T', '15-24', 2013, 'UNSD_SDG_2023', '', 14.13, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'T', '15-24', 2015, 'UNSD_SDG_2023', '', 25.56, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'GHA', '_T', '_T', 'T', '15-24', 2017, 'UNSD_SDG_2023', '', 23.0, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'NPL', '_T', '_T', 'F', '15-24', 2008, 'UNSD_SDG_2023', '', 24.11, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'NPL', '_T', '_T', 'F', '15-24', 2017, 'UNSD_SDG_2023', '', 45.82, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'NPL', '_T', '_T', 'M', '15-24', 2008, 'UNSD_SDG_2023', '', 21.9, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'NPL', '_T', '_T', 'M', '15-24', 2017, 'UNSD_SDG_2023', '', 21.16, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'NPL', '_T', '_T', 'T', '15-24', 2008, 'UNSD_SDG_2023', '', 23.13, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SL_TLF_NEET', 'NPL', '_T', '_T', 'T', '15-24', 2017, 'UNSD_SDG_2023', '', 34.76, NULL, NULL, 'PERCENT', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2000, 'UNSD_SDG_2023', '', 4.52866, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2001, 'UNSD_SDG_2023', '', 4.90049, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2002, 'UNSD_SDG_2023', '', 132.39247, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2003, 'UNSD_SDG_2023', '', 183.08763, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2004, 'UNSD_SDG_2023', '', 125.91608, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2005, 'UNSD_SDG_2023', '', 95.48012, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2006, 'UNSD_SDG_2023', '', 133.98604, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2007, 'UNSD_SDG_2023', '', 110.82169, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_2023', '', 108.4794, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2009, 'UNSD_SDG_2023', '', 110.65231, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2010, 'UNSD_SDG_2023', '', 195.21265, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2011, 'UNSD_SDG_2023', '', 705.73929, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2012, 'UNSD_SDG_2023', '', 450.80218, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2013, 'UNSD_SDG_2023', '', 375.90619, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2014, 'UNSD_SDG_2023', '', 307.98103, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2015, 'UNSD_SDG_2023', '', 296.61573, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_2023', '', 190.50241, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2017, 'UNSD_SDG_2023', '', 158.70001, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2018, 'UNSD_SDG_2023', '', 148.19087, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2019, 'UNSD_SDG_2023', '', 148.39956, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2020, 'UNSD_SDG_2023', '', 138.04314, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2021, 'UNSD_SDG_2023', '', 143.40891, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'CIV', '_T', '_T', 'T', '_T', 2022, 'UNSD_SDG_2023', '', 104.97644, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2000, 'UNSD_SDG_2023', '', 74.04669, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2001, 'UNSD_SDG_2023', '', 71.00568, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2002, 'UNSD_SDG_2023', '', 74.43097, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2003, 'UNSD_SDG_2023', '', 73.34915, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2004, 'UNSD_SDG_2023', '', 66.4439, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2005, 'UNSD_SDG_2023', '', 80.74302, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2006, 'UNSD_SDG_2023', '', 42.49678, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2007, 'UNSD_SDG_2023', '', 20.99045, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_2023', '', 53.65113, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2009, 'UNSD_SDG_2023', '', 58.8458, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2010, 'UNSD_SDG_2023', '', 77.88114, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2011, 'UNSD_SDG_2023', '', 76.59093, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2012, 'UNSD_SDG_2023', '', 89.17641, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2013, 'UNSD_SDG_2023', '', 75.48979, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2014, 'UNSD_SDG_2023', '', 77.45334, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2015, 'UNSD_SDG_2023', '', 78.54824, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_2023', '', 51.90528, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2017, 'UNSD_SDG_2023', '', 55.48883, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2018, 'UNSD_SDG_2023', '', 57.895, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2019, 'UNSD_SDG_2023', '', 57.83917, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2020, 'UNSD_SDG_2023', '', 42.56366, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2021, 'UNSD_SDG_2023', '', 42.96513, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'GHA', '_T', '_T', 'T', '_T', 2022, 'UNSD_SDG_2023', '', 44.42122, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2000, 'UNSD_SDG_2023', '', 0.91677, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2001, 'UNSD_SDG_2023', '', 1.19276, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2002, 'UNSD_SDG_2023', '', 3.52358, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2003, 'UNSD_SDG_2023', '', 4.7652, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2004, 'UNSD_SDG_2023', '', 5.40593, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2005, 'UNSD_SDG_2023', '', 7.80172, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2006, 'UNSD_SDG_2023', '', 9.95666, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2007, 'UNSD_SDG_2023', '', 12.54853, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_2023', '', 15.53998, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2009, 'UNSD_SDG_2023', '', 18.82256, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2010, 'UNSD_SDG_2023', '', 21.60194, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2011, 'UNSD_SDG_2023', '', 25.06237, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2012, 'UNSD_SDG_2023', '', 27.7774, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2013, 'UNSD_SDG_2023', '', 29.53875, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2014, 'UNSD_SDG_2023', '', 31.03246, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2015, 'UNSD_SDG_2023', '', 32.66067, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_2023', '', 29.84206, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2017, 'UNSD_SDG_2023', '', 29.67618, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2018, 'UNSD_SDG_2023', '', 29.95708, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2019, 'UNSD_SDG_2023', '', 27.69651, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2020, 'UNSD_SDG_2023', '', 25.19061, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2021, 'UNSD_SDG_2023', '', 23.13771, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('SM_POP_REFG_OR', 'NPL', '_T', '_T', 'T', '_T', 2022, 'UNSD_SDG_2023', '', 24.0943, NULL, NULL, 'PER_100000', 'A', 'C', '', '', '2023-12');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '0-17', 2019, 'UNODC_GLOTIP', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '0-17', 2020, 'UNODC_GLOTIP', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '0-17', 2021, 'UNODC_GLOTIP', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '18+', 2019, 'UNODC_GLOTIP', '', 9.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '18+', 2020, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '18+', 2021, 'UNODC_GLOTIP', '', 5.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '_T', 2019, 'UNODC_GLOTIP', '', 9.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '_T', 2020, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'F', '_T', 2021, 'UNODC_GLOTIP', '', 5.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '0-17', 2019, 'UNODC_GLOTIP', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '0-17', 2020, 'UNODC_GLOTIP', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '0-17', 2021, 'UNODC_GLOTIP', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '18+', 2019, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '18+', 2020, 'UNODC_GLOTIP', '', 8.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '18+', 2021, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '_T', 2019, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '_T', 2020, 'UNODC_GLOTIP', '', 8.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'M', '_T', 2021, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '18+', 2019, 'UNODC_GLOTIP', '', 10.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '18+', 2020, 'UNODC_GLOTIP', '', 12.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '18+', 2021, 'UNODC_GLOTIP', '', 7.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2014, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2015, 'UNODC_GLOTIP', '', 16.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2016, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2017, 'UNODC_GLOTIP', '', 5.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2019, 'UNODC_GLOTIP', '', 21.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2020, 'UNODC_GLOTIP', '', 18.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'CIV', '_T', '_T', 'T', '_T', 2021, 'UNODC_GLOTIP', '', 19.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'GHA', '_T', '_T', 'T', '_T', 2010, 'UNODC_GLOTIP', '', 5.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'GHA', '_T', '_T', 'T', '_T', 2017, 'UNODC_GLOTIP', '', NULL, NULL, NULL, 'PERSONS', 'Q', 'C', '<5', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2007, 'UNODC_GLOTIP', '', 78.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2008, 'UNODC_GLOTIP', '', 55.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2010, 'UNODC_GLOTIP', '', 79.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2011, 'UNODC_GLOTIP', '', 87.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2012, 'UNODC_GLOTIP', '', 48.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2013, 'UNODC_GLOTIP', '', 47.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2014, 'UNODC_GLOTIP', '', 47.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2015, 'UNODC_GLOTIP', '', 133.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2016, 'UNODC_GLOTIP', '', 130.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2017, 'UNODC_GLOTIP', '', 61.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2018, 'UNODC_GLOTIP', '', 77.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2019, 'UNODC_GLOTIP', '', 44.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('TIP_CONVICTED', 'NPL', '_T', '_T', 'T', '_T', 2020, 'UNODC_GLOTIP', '', 61.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2025-10-28');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'CIV', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_16_2_2_2019Q3', '', 70.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'CIV', '_T', '_T', 'T', '_T', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 15.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'CIV', '_T', '_T', 'T', '_T', 2015, 'UNSD_SDG_16_2_2_2019Q3', '', 10.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'CIV', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 16.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'CIV', '_T', '_T', 'T', '_T', 2017, 'UNSD_SDG_16_2_2_2019Q3', '', 7.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'GHA', '_T', '_T', 'T', '_T', 2007, 'UNSD_SDG_16_2_2_2019Q3', '', 27.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'GHA', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_16_2_2_2019Q3', '', 36.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'GHA', '_T', '_T', 'T', '_T', 2009, 'UNSD_SDG_16_2_2_2019Q3', '', 36.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'GHA', '_T', '_T', 'T', '_T', 2010, 'UNSD_SDG_16_2_2_2019Q3', '', 284.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2007, 'UNSD_SDG_16_2_2_2019Q3', '', 147.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_16_2_2_2019Q3', '', 145.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2009, 'UNSD_SDG_16_2_2_2019Q3', '', 197.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2010, 'UNSD_SDG_16_2_2_2019Q3', '', 193.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2011, 'UNSD_SDG_16_2_2_2019Q3', '', 141.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2012, 'UNSD_SDG_16_2_2_2019Q3', '', 271.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2013, 'UNSD_SDG_16_2_2_2019Q3', '', 237.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 266.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETV', 'NPL', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 350.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '0-17', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '0-17', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '18+', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '18+', 2015, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '18+', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '_T', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '_T', 2015, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '_T', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'F', '_T', 2017, 'UNSD_SDG_16_2_2_2019Q3', '', 7.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'M', '0-17', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'M', '0-17', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'M', '18+', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'M', '18+', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'M', '_T', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'M', '_T', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 0.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'T', '_T', 2008, 'UNSD_SDG_16_2_2_2019Q3', '', 25.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'T', '_T', 2014, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'T', '_T', 2015, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'T', '_T', 2016, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'CIV', '_T', '_T', 'T', '_T', 2017, 'UNSD_SDG_16_2_2_2019Q3', '', 7.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'GHA', '_T', '_T', 'T', '_T', 2007, 'UNSD_SDG_16_2_2_2019Q3', '', 2.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'NPL', '_T', '_T', 'F', '_T', 2011, 'UNSD_SDG_16_2_2_2019Q3', '', 131.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'NPL', '_T', '_T', 'M', '_T', 2011, 'UNSD_SDG_16_2_2_2019Q3', '', 10.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'NPL', '_T', '_T', 'T', '_T', 2009, 'UNSD_SDG_16_2_2_2019Q3', '', 55.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('VC_HTF_DETVSX', 'NPL', '_T', '_T', 'T', '_T', 2011, 'UNSD_SDG_16_2_2_2019Q3', '', 141.0, NULL, NULL, 'PERSONS', 'A', 'C', '', '', '2019-Q3');
INSERT INTO "observation" VALUES ('WF_MODERN_SLAVERY_2023_NUMBER', 'CIV', '_T', '_T', 'T', '_T', 2021, 'WALK_FREE_GSI_2023', '', 193000.0, NULL, NULL, 'PERSONS', 'E', 'M', '', '', '2023');
INSERT INTO "observation" VALUES ('WF_MODERN_SLAVERY_2023_NUMBER', 'GHA', '_T', '_T', 'T', '_T', 2021, 'WALK_FREE_GSI_2023', '', 91000.0, NULL, NULL, 'PERSONS', 'E', 'M', '', '', '2023');
INSERT INTO "observation" VALUES ('WF_MODERN_SLAVERY_2023_NUMBER', 'NPL', '_T', '_T', 'T', '_T', 2021, 'WALK_FREE_GSI_2023', '', 97000.0, NULL, NULL, 'PERSONS', 'E', 'M', '', '', '2023');
INSERT INTO "observation" VALUES ('WF_RESPONSE_2023', 'CIV', '_T', '_T', 'T', '_T', 2021, 'WALK_FREE_GSI_2023', '', 3.71794853210449218741e+01, NULL, NULL, 'INDEX', 'A', '', '', '', '2023');
INSERT INTO "observation" VALUES ('WF_RESPONSE_2023', 'GHA', '_T', '_T', 'T', '_T', 2021, 'WALK_FREE_GSI_2023', '', 4.48717956542968821054e+01, NULL, NULL, 'INDEX', 'A', '', '', '', '2023');
INSERT INTO "observation" VALUES ('WF_RESPONSE_2023', 'NPL', '_T', '_T', 'T', '_T', 2021, 'WALK_FREE_GSI_2023', '', 4.48717956542968821054e+01, NULL, NULL, 'INDEX', 'A', '', '', '', '2023');
INSERT INTO "instrument" VALUES ('P029', 'ILO', 'Protocol of 2014 to the Forced Labour Convention, 1930', 'P029 Forced Labour Protocol', 2014, 'forced_labour', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:P029', 1);
INSERT INTO "instrument" VALUES ('C182', 'ILO', 'Worst Forms of Child Labour Convention, 1999 (No. 182)', 'C182 Worst forms', 1999, 'child_labour', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C182', 2);
INSERT INTO "instrument" VALUES ('PALERMO', 'UN', 'Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, 2000', 'Palermo Protocol', 2000, 'trafficking', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18', 3);
INSERT INTO "instrument" VALUES ('C138', 'ILO', 'Minimum Age Convention, 1973 (No. 138)', 'C138 Minimum age', 1973, 'child_labour', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C138', 4);
INSERT INTO "instrument" VALUES ('C029', 'ILO', 'Forced Labour Convention, 1930 (No. 29)', 'C029 Forced labour', 1930, 'forced_labour', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C029', 5);
INSERT INTO "instrument" VALUES ('C105', 'ILO', 'Abolition of Forced Labour Convention, 1957 (No. 105)', 'C105 Abolition', 1957, 'forced_labour', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C105', 6);
INSERT INTO "instrument" VALUES ('CRC', 'UN', 'Convention on the Rights of the Child, 1989', 'CRC', 1989, 'rights', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11&chapter=4', 7);
INSERT INTO "instrument" VALUES ('OPAC', 'UN', 'Optional Protocol to the Convention on the Rights of the Child on the involvement of children in armed conflict, 2000', 'OPAC Armed conflict', 2000, 'child_labour', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-b&chapter=4', 8);
INSERT INTO "instrument" VALUES ('OPSC', 'UN', 'Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography, 2000', 'OPSC Sale of children', 2000, 'child_labour', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-c&chapter=4', 9);
INSERT INTO "instrument" VALUES ('SLAVERY_1926', 'UN', 'Slavery Convention, 1926', 'Slavery Convention 1926', 1926, 'forced_labour', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-3&chapter=18', 10);
INSERT INTO "instrument" VALUES ('SLAVERY_1926_AMENDED', 'UN', 'Slavery Convention, 1926, as amended in 1953', 'Slavery Convention, amended', 1953, 'forced_labour', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-2&chapter=18', 11);
INSERT INTO "instrument" VALUES ('SLAVERY_1956', 'UN', 'Supplementary Convention on the Abolition of Slavery, the Slave Trade, and Institutions and Practices Similar to Slavery, 1956', 'Supplementary Slavery Convention', 1956, 'forced_labour', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-4&chapter=18', 13);
INSERT INTO "instrument" VALUES ('ICMW', 'UN', 'International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families, 1990', 'Migrant Workers Convention', 1990, 'rights', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-13&chapter=4', 14);
INSERT INTO "instrument" VALUES ('CEDAW', 'UN', 'Convention on the Elimination of All Forms of Discrimination against Women, 1979', 'CEDAW', 1979, 'rights', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-8&chapter=4', 15);
INSERT INTO "instrument" VALUES ('ICCPR', 'UN', 'International Covenant on Civil and Political Rights, 1966', 'ICCPR', 1966, 'rights', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4', 16);
INSERT INTO "instrument" VALUES ('C081', 'ILO', 'Labour Inspection Convention, 1947 (No. 81)', 'C081 Labour inspection', 1947, 'rights', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C081', 17);
INSERT INTO "instrument" VALUES ('C129', 'ILO', 'Labour Inspection (Agriculture) Convention, 1969 (No. 129)', 'C129 Inspection in agriculture', 1969, 'rights', 'https://normlex.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C129', 18);
INSERT INTO "ratification" VALUES ('CIV', 'C029', 'ratified', '1960', 'ratification', 'Year only; the day is not known to us.', 'NORMLEX', 'http://ilo.org/dyn/normlex/en/f?p=NORMLEXPUB%3A13100%3A0%3A%3ANO%3A13100%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A4120394%2C103023%3ANO');
INSERT INTO "ratification" VALUES ('CIV', 'C105', 'ratified', '1961', 'ratification', 'Year only; the day is not known to us.', 'NORMLEX', 'https://wwwex.ilo.org/dyn/f?p=1000%3A13100%3A0%3A%3ANO%3A%3AP13100_COMMENT_ID%2CP13100_LANG_CODE%3A4456772%2Cen%3ANO');
INSERT INTO "ratification" VALUES ('CIV', 'C138', 'ratified', '2003', 'ratification', 'Year only; the day is not known to us.', 'NORMLEX', 'https://normlex.ilo.org/dyn/nrmlx_en/f?p=1000%3A13100%3A0%3A%3ANO%3A13100%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A4415584%2C103023');
INSERT INTO "ratification" VALUES ('CIV', 'C182', 'ratified', '2003', 'ratification', 'Year only; the day is not known to us.', 'NORMLEX', 'https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB%3A13100%3A0%3A%3ANO%3A%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A4415587%2C103023');
INSERT INTO "ratification" VALUES ('CIV', 'CEDAW', 'ratified', '1995-12-18', 'ratification', 'Signed 1980-07-17.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-8&chapter=4');
INSERT INTO "ratification" VALUES ('CIV', 'CRC', 'ratified', '1991-02-04', 'ratification', 'Signed 1990-01-26.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11&chapter=4');
INSERT INTO "ratification" VALUES ('CIV', 'ICCPR', 'ratified', '1992-03-26', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4');
INSERT INTO "ratification" VALUES ('CIV', 'ICMW', 'not_ratified', '', '', 'Not a party and no signature, as of August 2022.', 'UNTC_2022', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-13&chapter=4');
INSERT INTO "ratification" VALUES ('CIV', 'OPAC', 'ratified', '2012-03-12', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-b&chapter=4');
INSERT INTO "ratification" VALUES ('CIV', 'OPSC', 'ratified', '2011-09-19', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-c&chapter=4');
INSERT INTO "ratification" VALUES ('CIV', 'P029', 'ratified', '2019-11-01', 'ratification', '', 'NORMLEX', 'https://50forfreedom.org/blog/news/cote-divoire-ratification-en/');
INSERT INTO "ratification" VALUES ('CIV', 'PALERMO', 'ratified', '2012-10-25', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18');
INSERT INTO "ratification" VALUES ('CIV', 'SLAVERY_1926', 'ratified', '1961-12-08', 'succession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-3&chapter=18');
INSERT INTO "ratification" VALUES ('CIV', 'SLAVERY_1956', 'ratified', '1970-12-10', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-4&chapter=18');
INSERT INTO "ratification" VALUES ('GHA', 'C029', 'ratified', '1957-05-20', 'ratification', '', 'NORMLEX', 'http://ilo.ch/dyn/normlex/en/f?p=1000%3A11200%3A0%3A%3ANO%3A11200%3AP11200_COUNTRY_ID%3A103231');
INSERT INTO "ratification" VALUES ('GHA', 'C081', 'ratified', '1959-07-02', 'ratification', '', 'NORMLEX', 'http://ilo.ch/dyn/normlex/en/f?p=1000%3A11200%3A0%3A%3ANO%3A11200%3AP11200_COUNTRY_ID%3A103231');
INSERT INTO "ratification" VALUES ('GHA', 'C105', 'ratified', '1958-12-15', 'ratification', '', 'NORMLEX', 'http://ilo.ch/dyn/normlex/en/f?p=1000%3A11200%3A0%3A%3ANO%3A11200%3AP11200_COUNTRY_ID%3A103231');
INSERT INTO "ratification" VALUES ('GHA', 'C129', 'not_ratified', '', '', 'Not listed as ratified on the page named.', 'NORMLEX', 'http://ilo.ch/dyn/normlex/en/f?p=1000%3A11200%3A0%3A%3ANO%3A11200%3AP11200_COUNTRY_ID%3A103231');
INSERT INTO "ratification" VALUES ('GHA', 'C138', 'ratified', '2011-06-06', 'ratification', '', 'NORMLEX', 'http://ilo.ch/dyn/normlex/en/f?p=1000%3A11200%3A0%3A%3ANO%3A11200%3AP11200_COUNTRY_ID%3A103231');
INSERT INTO "ratification" VALUES ('GHA', 'C182', 'ratified', '2000-06-13', 'ratification', '', 'NORMLEX', 'http://ilo.ch/dyn/normlex/en/f?p=1000%3A11200%3A0%3A%3ANO%3A11200%3AP11200_COUNTRY_ID%3A103231');
INSERT INTO "ratification" VALUES ('GHA', 'CEDAW', 'ratified', '1986-01-02', 'ratification', 'Signed 1980-07-17.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-8&chapter=4');
INSERT INTO "ratification" VALUES ('GHA', 'CRC', 'ratified', '1990-02-05', 'ratification', 'Signed 1990-01-29.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11&chapter=4');
INSERT INTO "ratification" VALUES ('GHA', 'ICCPR', 'ratified', '2000-09-07', 'ratification', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4');
INSERT INTO "ratification" VALUES ('GHA', 'ICMW', 'ratified', '2000-09-07', 'ratification', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-13&chapter=4');
INSERT INTO "ratification" VALUES ('GHA', 'OPAC', 'ratified', '2014-12-09', 'ratification', 'Signed 2003-09-24.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-b&chapter=4');
INSERT INTO "ratification" VALUES ('GHA', 'OPSC', 'signed', '2003-09-24', 'signature', 'Signed, not a party, as of August 2022 (UNTC_2022). Stated as not ratified in the report for 2022.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-c&chapter=4');
INSERT INTO "ratification" VALUES ('GHA', 'P029', 'not_ratified', '', '', 'Not listed as ratified on the page named.', 'NORMLEX', 'http://ilo.org/dyn/normlex/en/f?p=1000:11200:::::P11200_INSTRUMENT_SORT,P11200_COUNTRY_ID:2,103231');
INSERT INTO "ratification" VALUES ('GHA', 'PALERMO', 'ratified', '2012-08-21', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18');
INSERT INTO "ratification" VALUES ('GHA', 'SLAVERY_1926', 'ratified', '1963-05-03', 'succession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-3&chapter=18');
INSERT INTO "ratification" VALUES ('GHA', 'SLAVERY_1956', 'ratified', '1963-05-03', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-4&chapter=18');
INSERT INTO "ratification" VALUES ('NPL', 'C029', 'ratified', '2002-01-03', 'ratification', '', 'NORMLEX', 'https://alliance87.org/pathfinders/nepal');
INSERT INTO "ratification" VALUES ('NPL', 'C105', 'ratified', '2007-08-30', 'ratification', '', 'NORMLEX', 'https://alliance87.org/pathfinders/nepal');
INSERT INTO "ratification" VALUES ('NPL', 'C138', 'ratified', '1997-05-30', 'ratification', '', 'NORMLEX', 'https://alliance87.org/pathfinders/nepal');
INSERT INTO "ratification" VALUES ('NPL', 'C182', 'ratified', '2002', 'ratification', 'Year only; the day is not known to us.', 'NORMLEX', 'https://webapps.ilo.org/dyn/normlex/fr/f?p=1000%3A13100%3A0%3A%3ANO%3A%3AP13100_COMMENT_ID%2CP13100_LANG_CODE%3A4309654%2Cen%3ANO');
INSERT INTO "ratification" VALUES ('NPL', 'CEDAW', 'ratified', '1991-04-22', 'ratification', 'Signed 1991-02-05.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-8&chapter=4');
INSERT INTO "ratification" VALUES ('NPL', 'CRC', 'ratified', '1990-09-14', 'ratification', 'Signed 1990-01-26.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11&chapter=4');
INSERT INTO "ratification" VALUES ('NPL', 'ICCPR', 'ratified', '1991-05-14', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4');
INSERT INTO "ratification" VALUES ('NPL', 'ICMW', 'not_ratified', '', '', 'Not a party and no signature, as of August 2022.', 'UNTC_2022', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-13&chapter=4');
INSERT INTO "ratification" VALUES ('NPL', 'OPAC', 'ratified', '2007-01-03', 'ratification', 'Signed 2000-09-08.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-b&chapter=4');
INSERT INTO "ratification" VALUES ('NPL', 'OPSC', 'ratified', '2006-01-20', 'ratification', 'Signed 2000-09-08.', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-c&chapter=4');
INSERT INTO "ratification" VALUES ('NPL', 'P029', 'unknown', '', '', 'The page named does not settle it.', 'NORMLEX', 'https://alliance87.org/pathfinders/nepal');
INSERT INTO "ratification" VALUES ('NPL', 'PALERMO', 'ratified', '', '', 'Stated as ratified in the report for 2022; date not known to us.', 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings');
INSERT INTO "ratification" VALUES ('NPL', 'SLAVERY_1926_AMENDED', 'ratified', '1963-01-07', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-2&chapter=18');
INSERT INTO "ratification" VALUES ('NPL', 'SLAVERY_1956', 'ratified', '1963-01-07', 'accession', '', 'UNTC_2015', 'https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-4&chapter=18');
INSERT INTO "legal_fact" VALUES ('NPL', 'advancement_level', 2019, 'ILAB_FINDINGS', 'moderate_advancement', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'advancement_level', 2020, 'ILAB_FINDINGS', 'moderate_advancement', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'advancement_level', 2022, 'ILAB_FINDINGS', 'moderate_advancement', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'child_trafficking_prohibition', 2019, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'child_trafficking_prohibition', 2020, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'child_trafficking_prohibition', 2022, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'commercial_sexual_exploitation_prohibition', 2019, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'commercial_sexual_exploitation_prohibition', 2020, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'commercial_sexual_exploitation_prohibition', 2022, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'compulsory_education_age', 2019, 'ILAB_FINDINGS', '14', 'YEARS', 'minimum_age_work', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'compulsory_education_age', 2020, 'ILAB_FINDINGS', '14', 'YEARS', 'minimum_age_work', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'compulsory_education_age', 2022, 'ILAB_FINDINGS', '14', 'YEARS', 'minimum_age_work', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_complaint_mechanism', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_complaint_mechanism', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_complaint_mechanism', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_criminal_referral', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_criminal_referral', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_criminal_referral', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_enough_inspectors', 2019, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_enough_inspectors', 2020, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_enough_inspectors', 2022, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_inspectors_assess_penalties', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_inspectors_assess_penalties', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_inspectors_assess_penalties', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_labour_referral', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_labour_referral', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_labour_referral', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_routine_inspections', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_routine_inspections', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_routine_inspections', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_targeted_inspections', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_targeted_inspections', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_targeted_inspections', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_inspectors_new_law', 2019, 'ILAB_FINDINGS', 'not_applicable', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_inspectors_new_law', 2020, 'ILAB_FINDINGS', 'not_applicable', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_inspectors_refresher', 2019, 'ILAB_FINDINGS', 'no', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_inspectors_refresher', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_investigators_new_law', 2019, 'ILAB_FINDINGS', 'not_applicable', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_investigators_new_law', 2020, 'ILAB_FINDINGS', 'not_applicable', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_investigators_refresher', 2019, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_investigators_refresher', 2020, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_new_inspectors', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_new_inspectors', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_new_inspectors', 2022, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_new_investigators', 2019, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_new_investigators', 2020, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_training_new_investigators', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_unannounced_conducted', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_unannounced_conducted', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_unannounced_conducted', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_unannounced_permitted', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_unannounced_permitted', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_unannounced_permitted', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_worst_forms_penalties', 2019, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_worst_forms_penalties', 2020, 'ILAB_FINDINGS', 'unknown', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'enforcement_worst_forms_penalties', 2022, 'ILAB_FINDINGS', 'not_applicable', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'forced_labour_prohibition', 2019, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'forced_labour_prohibition', 2020, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'forced_labour_prohibition', 2022, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'free_public_education', 2019, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'free_public_education', 2020, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'free_public_education', 2022, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'hazardous_work_list', 2019, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'hazardous_work_list', 2020, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'hazardous_work_list', 2022, 'ILAB_FINDINGS', 'yes', '', 'yes', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'illicit_activities_prohibition', 2019, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'illicit_activities_prohibition', 2020, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'illicit_activities_prohibition', 2022, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_coordination', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_coordination', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_coordination', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_policy', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_policy', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_policy', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_programme', 2019, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_programme', 2020, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'mechanism_programme', 2022, 'ILAB_FINDINGS', 'yes', '', '', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_compulsory_recruitment', 2019, 'ILAB_FINDINGS', 'not_applicable', '', '18', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_compulsory_recruitment', 2020, 'ILAB_FINDINGS', 'not_applicable', '', '18', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_compulsory_recruitment', 2022, 'ILAB_FINDINGS', 'not_applicable', '', '18', 'not_applicable', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_hazardous_work', 2019, 'ILAB_FINDINGS', '17', 'YEARS', '18', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_hazardous_work', 2020, 'ILAB_FINDINGS', '17', 'YEARS', '18', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_hazardous_work', 2022, 'ILAB_FINDINGS', '17', 'YEARS', '18', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_voluntary_recruitment', 2019, 'ILAB_FINDINGS', '18', 'YEARS', '16', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_voluntary_recruitment', 2020, 'ILAB_FINDINGS', '18', 'YEARS', '16', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_voluntary_recruitment', 2022, 'ILAB_FINDINGS', '18', 'YEARS', '16', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_work', 2019, 'ILAB_FINDINGS', '14', 'YEARS', '15|14', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_work', 2020, 'ILAB_FINDINGS', '14', 'YEARS', '15|14', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'minimum_age_work', 2022, 'ILAB_FINDINGS', '14', 'YEARS', '15|14', 'yes', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'non_state_recruitment_prohibition', 2019, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'non_state_recruitment_prohibition', 2020, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "legal_fact" VALUES ('NPL', 'non_state_recruitment_prohibition', 2022, 'ILAB_FINDINGS', 'no', '', 'yes', 'no', '', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "event" VALUES ('GHA-milestone-2020', 'milestone', '2020', '', 'GHA', '', 'held', 'Ghana voices interest in becoming a pathfinder', 'Le Ghana exprime son intérêt pour le statut de pays pionnier', 'غانا تبدي اهتمامها بأن تصبح بلداً رائداً', 'Graphic Online', 'https://www.graphic.com.gh/?view=article&id=148051:ministry-holds-consultative-meeting-on-child&catid=247');
INSERT INTO "event" VALUES ('GHA-workshop-2020-11-30', 'workshop', '2020-11-30', '2020-11-30', 'GHA', 'Accra', 'held', 'Consultation about the Alliance 8.7 roadmap', 'Réunion de consultation sur la feuille de route de l''Alliance 8.7', 'اجتماع تشاوري بشأن خارطة طريق التحالف 8.7', 'Graphic Online', 'https://www.graphic.com.gh/?view=article&id=148051:ministry-holds-consultative-meeting-on-child&catid=247');
INSERT INTO "event" VALUES ('GHA-workshop-undated', 'workshop', '', '', 'GHA', '', 'held', 'Seminar for the media about pathfinder work (date not seen)', 'Séminaire pour les médias sur les travaux de pays pionnier (date inconnue)', 'ندوة إعلامية عن عمل البلد الرائد (التاريخ غير معروف)', 'News Ghana', 'https://newsghana.com.gh/ghana-prepares-towards-the-achievement-of-alliance-objectives/');
INSERT INTO "event" VALUES ('GHA-milestone-2018-02', 'milestone', '2018-02', '', 'GHA', '', 'held', 'Cabinet approves the second national plan of action, 2017-2021', 'Le cabinet approuve le deuxième plan d''action national 2017-2021', 'مجلس الوزراء يقر خطة العمل الوطنية الثانية 2017-2021', 'Graphic Online', 'https://www.graphic.com.gh/news/general-news/labour-ministry-to-launch-phase-ii-action-plan-on-child-labour.html');
INSERT INTO "event" VALUES ('GHA-workshop-2023-10-24', 'workshop', '2023-10-24', '2023-10-24', 'GHA', 'Accra (Labadi)', 'held', 'High-level seminar about the accelerated plan', 'Séminaire de haut niveau sur le plan accéléré', 'ندوة رفيعة المستوى عن الخطة المعجّلة', 'Ministry of Employment and Labour Relations, Ghana', 'https://www.melr.gov.gh/8/9/16/ghana-committed-to-meeting-sdg-target-on-child-labour');
INSERT INTO "event" VALUES ('GHA-workshop-2024-02-27', 'workshop', '2024-02-27', '2024-02-28', 'GHA', '', 'held', 'Work plan for gold and cocoa drawn up in a national consultation (ACCEL Africa II, Dutch-funded)', 'Consultation nationale sur le plan de travail cacao et or (ACCEL Africa II, Pays-Bas)', 'مشاورة وطنية تضع خطة عمل للكاكاو والذهب (ACCEL Africa II، هولندا)', 'ILO text on a mirror site', 'http://vrolikevinkies.org/ghana-holds-national-stakeholder-consultation-meeting-develop-workplan.html');
INSERT INTO "event" VALUES ('GHA-milestone-2024-11-27', 'milestone', '2024-11-27', '', 'GHA', '', 'held', 'Cocoa: new framework of action signed with Côte d''Ivoire, industry and the US Department of Labor', 'Cacao : nouveau cadre d''action signé avec la Côte d''Ivoire, l''industrie et le département du Travail des États-Unis', 'الكاكاو: توقيع إطار عمل جديد مع كوت ديفوار والقطاع ووزارة العمل الأمريكية', 'Le Mandat Express, 5 June 2025', 'https://www.lemandatexpress.net/2025/06/05/lutte-contre-la-traite-lexploitation-et-le-travail-des-enfants-la-premiere-dame-lance-un-nouveau-plan-daction-national-2025-2029-de-plus-de-165-milliards-de-f-cfa');
INSERT INTO "event" VALUES ('CIV-milestone-2019-05-14', 'milestone', '2019-05-14', '2019-05-15', 'CIV', 'Abidjan', 'held', 'Minister announces the pathfinder commitment at the Alliance meeting on supply chains', 'Le ministre annonce l''engagement de pays pionnier à la réunion de l''Alliance sur les chaînes d''approvisionnement', 'إعلان الوزير الالتزام كبلد رائد في اجتماع التحالف عن سلاسل التوريد', 'Afrique Matin', 'https://afriquematin.net/lutte-contre-le-travail-des-enfants-alliance-8-7-la-premiere-dame-dresse-le-bilan');
INSERT INTO "event" VALUES ('CIV-workshop-2021-10-07', 'workshop', '2021-10-07', '2021-10-08', 'CIV', 'Abidjan', 'held', 'Workshop: strategic priorities for Target 8.7, with ILO, UNICEF and IOM', 'Atelier sur les priorités stratégiques pour la cible 8.7, avec l''OIT, l''UNICEF et l''OIM', 'حلقة عمل عن الأولويات الاستراتيجية للغاية 8.7 مع منظمة العمل الدولية واليونيسف والمنظمة الدولية للهجرة', 'ILO article 20 Oct 2021', 'http://www.oit.org/africa/technical-cooperation/accel-africa/cote-d-ivoire/WCMS_823608/lang--en/index.htm');
INSERT INTO "event" VALUES ('CIV-milestone-2012', 'milestone', '2012', '2014', 'CIV', '', 'period', 'First national plan, 2012-2014; more than 80% of activities carried out', 'Premier plan national 2012-2014 ; plus de 80 % des activités réalisées', 'الخطة الوطنية الأولى 2012-2014؛ نُفذ أكثر من 80% من أنشطتها', 'Journal du Cameroun, June 2019', 'https://www.journalducameroun.com/cote-divoire-plus-de-76-milliards-fcfa-pour-lutter-contre-la-traite-des-enfants/');
INSERT INTO "event" VALUES ('CIV-workshop-2025-10-01', 'workshop', '2025-10-01', '2025-10-03', 'CIV', 'Grand-Bassam', 'held', 'Workshop to make the fourth plan known and taken up', 'Atelier d''appropriation du quatrième plan', 'حلقة عمل للأخذ بالخطة الرابعة', 'travaildesenfants.org', 'https://www.travaildesenfants.org/en/node/594');
INSERT INTO "event" VALUES ('CIV-milestone-2019-11-01', 'milestone', '2019-11-01', '', 'CIV', '', 'held', '2014 Forced Labour Protocol ratified', 'Ratification du Protocole de 2014 sur le travail forcé', 'التصديق على بروتوكول العمل الجبري لعام 2014', '50 for Freedom', 'https://50forfreedom.org/blog/news/cote-divoire-ratification-en/');
INSERT INTO "event" VALUES ('CIV-milestone-2024-11-27', 'milestone', '2024-11-27', '', 'CIV', '', 'held', 'Cocoa: new framework of action signed with Ghana, industry and the US Department of Labor', 'Cacao : nouveau cadre d''action signé avec le Ghana, l''industrie et le département du Travail des États-Unis', 'الكاكاو: توقيع إطار عمل جديد مع غانا والقطاع ووزارة العمل الأمريكية', 'Le Mandat Express, 5 June 2025', 'https://www.lemandatexpress.net/2025/06/05/lutte-contre-la-traite-lexploitation-et-le-travail-des-enfants-la-premiere-dame-lance-un-nouveau-plan-daction-national-2025-2029-de-plus-de-165-milliards-de-f-cfa');
INSERT INTO "event" VALUES ('A87-cote-divoire-vice-chair-2023', 'governance', '2023', '', 'CIV', '', 'held', 'Côte d''Ivoire is vice-chair of the Alliance from this year', 'La Côte d''Ivoire assure la vice-présidence de l''Alliance à partir de cette année', 'كوت ديفوار نائبة لرئيس التحالف ابتداء من هذا العام', 'Travail des enfants : un plan de 165 milliards (L''Avenir)', 'https://www.lavenir.ci/societe/12163-travail-des-enfants-un-plan-de-165-milliards-pour-eradiquer-le-fleau-en-cote-divoire');
INSERT INTO "event" VALUES ('NPL-workshop-2019-02-07', 'workshop', '2019-02-07', '', 'NPL', '', 'held', 'National strategic planning workshop: Nepal; more than 60 participants', 'Atelier national de planification stratégique : Népal ; plus de 60 participants', 'ورشة العمل الوطنية للتخطيط الاستراتيجي: نيبال؛ أكثر من 60 مشاركا', 'Pathfinder Country Strategic Workshop - Nepal (Alliance 8.7); date: briefing pack of the 7th meeting of the Global Coordinating Group, May 2020', 'https://alliance87.org/events/pathfinder-country-strategic-workshop-nepal');
INSERT INTO "event" VALUES ('NPL-milestone-2018', 'milestone', '2018', '', 'NPL', '', 'held', 'National Master Plan to eliminate child labour 2018-2028 passed', 'Plan directeur national pour éliminer le travail des enfants 2018-2028 adopté', 'إقرار الخطة الوطنية الرئيسية للقضاء على عمل الأطفال 2018-2028', '2018 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "event" VALUES ('NPL-milestone-2019', 'milestone', '2019', '', 'NPL', '', 'held', 'Labour force survey report published, with child labour and forced labour data', 'Rapport de l’enquête sur la population active publié, avec données sur le travail des enfants et le travail forcé', 'نشر تقرير مسح القوى العاملة ببيانات عن عمل الأطفال والعمل الجبري', '2019 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "event" VALUES ('NPL-milestone-2020', 'milestone', '2020', '', 'NPL', '', 'held', 'Accession to the Palermo Protocol on trafficking', 'Adhésion au Protocole de Palerme sur la traite', 'الانضمام إلى بروتوكول باليرمو بشأن الاتجار بالأشخاص', '2020 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "event" VALUES ('NPL-milestone-2021', 'milestone', '2021', '', 'NPL', '', 'held', 'Child protection committees set up in 129 local governments', 'Comités de protection de l’enfance créés dans 129 collectivités locales', 'تشكيل لجان لحماية الطفل في 129 حكومة محلية', '2021 Findings on the Worst Forms of Child Labor: Nepal (ecoi.net copy)', 'https://www.ecoi.net/de/dokument/2082787.html');
INSERT INTO "event" VALUES ('NPL-milestone-2024', 'milestone', '2024', '', 'NPL', '', 'held', 'Brickmaking and stone breaking added to the hazardous work list', 'Fabrication de briques et concassage de pierres ajoutés à la liste des travaux dangereux', 'إضافة صنع الطوب وتكسير الحجارة إلى قائمة الأعمال الخطرة', '2024 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "event" VALUES ('NPL-milestone-undated', 'milestone', '', '', 'NPL', '', 'held', '12 municipalities declared free of child labour; more than 200 local governments engaged (undated news)', '12 municipalités déclarées sans travail des enfants ; plus de 200 collectivités engagées (nouvelle non datée)', 'إعلان 12 بلدية خالية من عمل الأطفال ومشاركة أكثر من 200 حكومة محلية (خبر غير مؤرخ)', 'Nepal struggles to eliminate child labour, ILO calls for stronger coordination', 'https://diplomatnepal.com/news/nepal-struggles-to-eliminate-child-labour-ilo-calls-for-stronger-coordination');
INSERT INTO "event" VALUES ('NPL-workshop-2024-05-19', 'workshop', '2024-05-19', '', 'NPL', '', 'held', 'Citizen review of Alliance 8.7 progress, 26 participants', 'Examen citoyen des progrès de l’Alliance 8.7, 26 participants', 'مراجعة مدنية لتقدم التحالف 8.7 بمشاركة 26 شخصًا', 'Citizen review program on the progress and status of 8.7 (NCPA Nepal)', 'https://ncpanepal.org.np/newss/citizen-review-program-on-the-progress-and-status-of-8-7');
INSERT INTO "stage" VALUES ('CIV', 'expression_of_interest', '2019-05', 'https://credochristi.com/a-la-une/abinan-kouakou-a-latelier-mondial-alliance-la-cote-divoire-sengage-comme-pays-pionnier-pour-lalliance-8-7', 'The minister announced the commitment at the Alliance''s workshop in Abidjan.', 'Le ministre a annoncé l''engagement à l''atelier de l''Alliance à Abidjan.', 'أعلن الوزير الالتزام في ورشة عمل التحالف في أبيدجان.', 'Atelier mondial de l''Alliance 8.7 à Abidjan (Credo Christi)');
INSERT INTO "stage" VALUES ('CIV', 'status_confirmed', '', 'https://childlabourplatform.org/sdgs', 'Named a pathfinder in a list of 2025; the day of the status is not given.', 'Cité comme pionnier dans une liste de 2025 ; la date du statut n''est pas indiquée.', 'ورد اسمه بلدا رائدا في قائمة من عام 2025؛ وتاريخ الصفة غير مذكور.', 'SDGs (Child Labour Platform)');
INSERT INTO "stage" VALUES ('CIV', 'workshop', '2021-10-07', 'http://www.oit.org/africa/technical-cooperation/accel-africa/cote-d-ivoire/WCMS_823608/lang--en/index.htm', 'Two-day workshop in Abidjan on strategic priorities for Target 8.7.', 'Atelier de deux jours à Abidjan sur les priorités stratégiques pour la cible 8.7.', 'ورشة عمل على مدى يومين في أبيدجان بشأن الأولويات الاستراتيجية للغاية 8.7.', 'ILO, 20 October 2021');
INSERT INTO "stage" VALUES ('GHA', 'expression_of_interest', '2020', 'https://www.graphic.com.gh/?view=article&id=148051:ministry-holds-consultative-meeting-on-child&catid=247', 'Interest in the status was expressed early in the year.', 'L''intérêt pour le statut a été exprimé en début d''année.', 'أُبدي الاهتمام بالصفة في بداية العام.', 'Ministry holds consultative meeting on child labour (Graphic Online)');
INSERT INTO "stage" VALUES ('GHA', 'status_confirmed', '', 'https://respect.international/?p=16481', 'Named a pathfinder at a workshop of 15 December 2021; absent from the visible part of the 2025 list.', 'Cité comme pionnier à un atelier du 15 décembre 2021 ; absent de la partie visible de la liste de 2025.', 'ذُكر بلدا رائدا في ورشة عمل في 15 ديسمبر 2021؛ ولا يظهر في الجزء المرئي من قائمة عام 2025.', 'Delta 8.7 country workshop (respect.international)');
INSERT INTO "stage" VALUES ('NPL', 'expression_of_interest', '', 'https://readkong.com/page/briefing-pack-for-the-7th-meeting-of-the-global-1704417', 'Listed in May 2020 among 21 countries with a written expression of interest; the day it was sent is not given.', 'Figure en mai 2020 parmi 21 pays ayant manifesté leur intérêt par écrit ; la date d''envoi n''est pas indiquée.', 'ورد اسمه في مايو 2020 ضمن 21 بلدا أبدت اهتمامها كتابة؛ ولا يُذكر تاريخ الإرسال.', 'Briefing pack of the 7th meeting of the Global Coordinating Group, May 2020');
INSERT INTO "stage" VALUES ('NPL', 'roadmap', '', 'http://aidara.mondoblog.org/2019/03/06/alliance-8-7-mauritanie-3eme-pays-monde-a-adopter-plan-strategique/', 'A page of March 2019 says that the country adopted a strategic plan before Mauritania; the date is not given.', 'Une page de mars 2019 indique que le pays a adopté un plan stratégique avant la Mauritanie ; la date n''est pas indiquée.', 'تذكر صفحة من مارس 2019 أن البلد اعتمد خطة استراتيجية قبل موريتانيا؛ والتاريخ غير مذكور.', 'Mauritanie, 3e pays au monde à adopter un plan stratégique (Mondoblog)');
INSERT INTO "stage" VALUES ('NPL', 'status_confirmed', '', 'https://alliance87.org/events/pathfinder-country-strategic-workshop-nepal', 'The Alliance''s page presents its workshop of February 2019 as the second of a pathfinder.', 'La page de l''Alliance présente son atelier de février 2019 comme le deuxième d''un pays pionnier.', 'تعرض صفحة التحالف ورشة عمله في فبراير 2019 بوصفها الثانية لبلد رائد.', 'Pathfinder country strategic workshop: Nepal (Alliance 8.7)');
INSERT INTO "stage" VALUES ('NPL', 'workshop', '2019-02-07', 'https://readkong.com/page/briefing-pack-for-the-7th-meeting-of-the-global-1704417', 'National strategic planning workshop, in the Alliance''s list of May 2020.', 'Atelier national de planification stratégique, dans la liste de l''Alliance de mai 2020.', 'ورشة العمل الوطنية للتخطيط الاستراتيجي، في قائمة التحالف لشهر مايو 2020.', 'Briefing pack of the 7th meeting of the Global Coordinating Group, May 2020');
INSERT INTO "action" VALUES ('NPL-01', 'NPL', 'action', 'coordination', '2019-02', '', 'no_evidence', '', 'page', 'Ministry of Labour', 'Set up an Alliance 8.7 secretariat within the labour ministry', 'Créer un secrétariat de l’Alliance 8.7 au sein du ministère du Travail', 'إنشاء أمانة للتحالف 8.7 داخل وزارة العمل', 'Announced at the workshop; no public sign that it was created', 'Annoncé lors de l’atelier ; aucun signe public de sa création', 'أُعلن عنها في ورشة العمل، ولا دليل علنيًا على إنشائها', 'Pathfinder Country Strategic Workshop - Nepal (Alliance 8.7)', 'https://alliance87.org/events/pathfinder-country-strategic-workshop-nepal', '');
INSERT INTO "action" VALUES ('NPL-02', 'NPL', 'action', 'legislation', '2019', '2019', 'limited', '2018', 'page', 'Ministry of Labour', 'Bring federal and national child labour law into line with each other and with education law', 'Harmoniser le droit fédéral et national sur le travail des enfants, entre eux et avec la loi sur l’éducation', 'مواءمة القانونين الاتحادي والوطني بشأن عمل الأطفال فيما بينهما ومع قانون التعليم', 'A revised child labour law was drafted in 2018 (US Department of Labor); what followed was not seen', 'Une révision de la loi sur le travail des enfants a été rédigée en 2018 (ministère du Travail américain) ; suite non trouvée', 'صيغ تنقيح لقانون عمل الأطفال في عام 2018 (وزارة العمل الأمريكية)، ولم يُعثر على نتيجة لاحقة', 'Alliance 8.7 country page: Nepal', 'https://alliance87.org/pathfinders/nepal', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "action" VALUES ('NPL-03', 'NPL', 'action', 'enforcement', '2019', '', 'no_evidence', '', 'page', 'Ministry of Labour', 'Form child labour inspection committees at provincial and local level', 'Former des comités d’inspection du travail des enfants aux niveaux provincial et local', 'تشكيل لجان لتفتيش عمل الأطفال على مستوى المقاطعات والمستوى المحلي', 'Named as a priority; outcome not seen', 'Citée parmi les priorités ; résultat non trouvé', 'ذُكرت ضمن الأولويات، ولم يُعثر على نتيجتها', 'Alliance 8.7 country page: Nepal', 'https://alliance87.org/pathfinders/nepal', '');
INSERT INTO "action" VALUES ('NPL-04', 'NPL', 'action', 'enforcement', '2019', '', 'limited', '', 'page', 'Ministry of Labour', 'Build monitoring capacity and local committees for monitoring and rescue', 'Renforcer les capacités de suivi et les comités locaux de suivi et de sauvetage', 'بناء قدرات الرصد واللجان المحلية للرصد والإنقاذ', 'The ILO and the national child rights council train provincial and local actors', 'L’OIT et le conseil national des droits de l’enfant forment des acteurs provinciaux et locaux', 'تدرّب منظمة العمل الدولية ومجلس حقوق الطفل الجهات الفاعلة في المقاطعات وعلى المستوى المحلي', 'Alliance 8.7 country page: Nepal', 'https://alliance87.org/pathfinders/nepal', '');
INSERT INTO "action" VALUES ('NPL-05', 'NPL', 'target', 'prevention_and_social_protection', '2019', '2020', 'completed', '', 'page', 'Ministry of Labour; local governments', 'Ten municipalities declared free of child labour by 2020', 'Dix municipalités déclarées exemptes de travail des enfants d’ici à 2020', 'إعلان عشر بلديات خالية من عمل الأطفال بحلول عام 2020', 'Reached late: 12 municipalities have completed the declaration process', 'Atteinte avec retard : 12 municipalités ont achevé le processus de déclaration', 'تحقق متأخرًا: أتمّت 12 بلدية عملية الإعلان', 'Alliance 8.7 country page: Nepal', 'https://alliance87.org/pathfinders/nepal', '');
INSERT INTO "action" VALUES ('NPL-06', 'NPL', 'action', 'prevention_and_social_protection', '2021', '', 'limited', '', 'page', 'Ministry of Labour', '2021 pledge: bring the child-labour-free declaration to 50 municipalities', 'Engagement de 2021 : étendre la déclaration « sans travail des enfants » à 50 municipalités', 'تعهد عام 2021: توسيع إعلان الخلو من عمل الأطفال إلى 50 بلدية', '12 municipalities have finished the process; more than 200 are engaged in it', '12 municipalités ont achevé le processus ; plus de 200 y sont engagées', 'أتمّت 12 بلدية العملية، وتشارك فيها أكثر من 200 جهة محلية', 'Pledge: extend the Child Labour Free declaration to 50 municipalities (endchildlabour2021.org)', 'https://endchildlabour2021.org/pledges/extend-the-child-labour-free-local-level-government-declaration-program-in-50-municipalities/', 'https://diplomatnepal.com/news/nepal-struggles-to-eliminate-child-labour-ilo-calls-for-stronger-coordination');
INSERT INTO "action" VALUES ('NPL-07', 'NPL', 'action', 'policy_and_plans', '2018', '2028', 'substantial', '2022', 'page', 'Ministry of Labour', 'Action plan of the second National Master Plan on child labour', 'Plan d’action du deuxième Plan directeur national sur le travail des enfants', 'خطة عمل الخطة الوطنية الرئيسية الثانية بشأن عمل الأطفال', 'Approved and under way (Alliance 8.7 page); launched in 2022 (ILO supervisory comment)', 'Approuvé et en cours (page de l’Alliance 8.7) ; lancé en 2022 (commentaire des organes de contrôle de l’OIT)', 'اعتُمدت وهي قيد التنفيذ (صفحة التحالف 8.7)، وأُطلقت في عام 2022 (تعليق هيئات الإشراف بمنظمة العمل الدولية)', 'NORMLEX comment on C182, Nepal', 'http://ilo.org/dyn/normlex/en/f?p=1000%3A13100%3A0%3A%3ANO%3A13100%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A4348279%2C103197', '');
INSERT INTO "action" VALUES ('NPL-08', 'NPL', 'target', 'prevention_and_social_protection', '2018', '2025', 'limited', '2018', 'findings', 'Ministry of Labour', 'End the worst forms of child labour by 2022 and all forms by 2025', 'Mettre fin aux pires formes de travail des enfants d’ici à 2022 et à toutes ses formes d’ici à 2025', 'إنهاء أسوأ أشكال عمل الأطفال بحلول عام 2022 وجميع أشكاله بحلول عام 2025', 'From 1.6 million children (2008) to 1.1 million (2018); later news still quotes 1.1 million', 'De 1,6 million d’enfants (2008) à 1,1 million (2018) ; la presse plus récente cite encore 1,1 million', 'من 1.6 مليون طفل (2008) إلى 1.1 مليون (2018)، وما زالت الأخبار الأحدث تذكر 1.1 مليون', '2018 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal', '');
INSERT INTO "action" VALUES ('NPL-09', 'NPL', 'action', 'coordination', '', '', 'substantial', '', 'page', 'Ministry of Labour', 'Hold provincial dialogues on child labour and forced labour', 'Tenir des dialogues provinciaux sur le travail des enfants et le travail forcé', 'عقد حوارات في المقاطعات بشأن عمل الأطفال والعمل الجبري', 'Given as progress on the Alliance 8.7 page; one more dialogue, in Hetauda, was reported', 'Présenté comme un progrès sur la page de l’Alliance 8.7 ; un autre dialogue, à Hetauda, a été signalé', 'ورد بوصفه تقدمًا في صفحة التحالف 8.7، وأُبلغ عن حوار آخر في هيتاودا', 'Alliance 8.7 country page: Nepal', 'https://alliance87.org/pathfinders/nepal', '');
INSERT INTO "action" VALUES ('NPL-10', 'NPL', 'action', 'legislation', '', '', 'completed', '2024', 'page', 'Ministry of Labour', 'Review the list of hazardous work', 'Réviser la liste des travaux dangereux', 'مراجعة قائمة الأعمال الخطرة', 'Brickmaking and stone breaking were added (US Department of Labor findings 2024)', 'La fabrication de briques et le concassage de pierres ont été ajoutés (constats 2024 du ministère du Travail américain)', 'أُضيف صنع الطوب وتكسير الحجارة (استنتاجات وزارة العمل الأمريكية لعام 2024)', 'NORMLEX comment on C182, Nepal', 'http://ilo.org/dyn/normlex/en/f?p=1000%3A13100%3A0%3A%3ANO%3A13100%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A4348279%2C103197', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "action" VALUES ('NPL-11', 'NPL', 'action', 'protection_and_remedies', '2022', '', 'limited', '2022', 'findings', 'Government of Nepal', 'Rehabilitate and compensate freed Haruwa-Charuwa bonded farm workers', 'Réadapter et indemniser les travailleurs agricoles asservis Haruwa-Charuwa libérés', 'إعادة تأهيل عمال المزارع المستعبدين بالدَّين المحررين (هاروا-تشاروا) وتعويضهم', 'Their liberation was declared and a programme promised (US Department of Labor findings 2022)', 'Leur libération a été proclamée et un programme promis (constats 2022 du ministère du Travail américain)', 'أُعلن تحريرهم ووُعد ببرنامج لهم (استنتاجات وزارة العمل الأمريكية لعام 2022)', '2022 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal', '');
INSERT INTO "mechanism" VALUES ('CIV', 'policy', 'First national plan against trafficking, exploitation and labour of children', '2012', '2014', 'Partly carried out, by the page.', 'NATIONAL_PLANS', 'https://www.journalducameroun.com/cote-divoire-plus-de-76-milliards-fcfa-pour-lutter-contre-la-traite-des-enfants/');
INSERT INTO "mechanism" VALUES ('CIV', 'policy', 'Fourth national plan against trafficking, exploitation and labour of children', '2025', '2029', 'Adopted or launched; that says nothing about results.', 'NATIONAL_PLANS', 'https://www.aip.ci/203298/cote-divoire-aip-dominique-ouattara-lance-le-plan-national-2025-2029-de-lutte-contre-la-traite-lexploitation-et-le-travail-des-enfants/');
INSERT INTO "mechanism" VALUES ('CIV', 'policy', 'Third national plan against trafficking, exploitation and labour of children', '2019', '2021', 'Launched on 25 June 2019.', 'NATIONAL_PLANS', 'https://fr.allafrica.com/stories/201906270210.html');
INSERT INTO "mechanism" VALUES ('GHA', 'policy', 'Accelerated Action Plan Against Child Labour', '2023', '2027', 'Adopted or launched; that says nothing about results.', 'NATIONAL_PLANS', 'https://newsghana.com.gh/third-phase-of-national-action-plan-against-child-labour-launched/');
INSERT INTO "mechanism" VALUES ('GHA', 'policy', 'Second national plan of action against child labour', '2017', '2021', 'Adopted or launched; that says nothing about results.', 'NATIONAL_PLANS', 'https://www.graphic.com.gh/news/general-news/labour-ministry-to-launch-phase-ii-action-plan-on-child-labour.html');
INSERT INTO "mechanism" VALUES ('NPL', 'policy', 'National Master Plan on the Elimination of Child Labour', '2018', '2028', 'Adopted or launched; that says nothing about results.', 'NATIONAL_PLANS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'child_labour_survey', 'social_programs', 2014, 2022, '2014;2018;2019;2020;2022', 7, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'child_soldier_recruitment_law', 'legal_framework', 2016, 2022, '2016;2017;2018;2019;2020;2022', 7, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'fund_inspectorate', 'enforcement', 2014, 2022, '2014;2016;2017;2018;2019;2020;2022', 16, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'hazardous_work_list', 'legal_framework', 2016, 2022, '2016;2017;2018;2019;2020;2022', 6, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'illicit_activities_law', 'legal_framework', 2016, 2022, '2016;2017;2018;2019;2020;2022', 6, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'inspect_all_sectors_and_places', 'enforcement', 2014, 2022, '2014;2016;2017;2018;2019;2020;2022', 8, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'minimum_age_hazardous_work', 'legal_framework', 2014, 2022, '2014;2016;2017;2018;2019;2020;2022', 7, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'more_inspectors', 'enforcement', 2014, 2022, '2014;2016;2017;2018;2019;2020;2022', 7, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'prosecute_worst_forms', 'enforcement', 2018, 2022, '2018;2019;2020;2022', 7, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'school_fees', 'social_programs', 2014, 2022, '2014;2016;2017;2018;2019;2020;2022', 7, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'trafficking_law', 'legal_framework', 2016, 2022, '2016;2017;2018;2019;2020;2022', 6, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "suggested_action" VALUES ('NPL', 'train_inspectors_and_investigators', 'enforcement', 2014, 2022, '2014;2016;2018;2019;2020;2022', 6, 'ILAB_FINDINGS', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "listed_good" VALUES ('NPL', 'BRICKS', 'MANUFACTURING', 'yes', 'yes', 2014, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'BRICKS', 'MANUFACTURING', 'yes', 'yes', 2016, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'BRICKS', 'MANUFACTURING', 'yes', 'yes', 2018, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'BRICKS', 'MANUFACTURING', 'yes', 'yes', 2020, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'BRICKS', 'MANUFACTURING', 'yes', 'yes', 2022, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'CARPETS', 'MANUFACTURING', 'yes', 'yes', 2014, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'CARPETS', 'MANUFACTURING', 'yes', 'yes', 2016, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'CARPETS', 'MANUFACTURING', 'yes', 'yes', 2018, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'CARPETS', 'MANUFACTURING', 'yes', 'yes', 2020, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'CARPETS', 'MANUFACTURING', 'yes', 'yes', 2022, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'EMBELLISHED_TEXTILES', 'MANUFACTURING', 'yes', 'yes', 2014, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'EMBELLISHED_TEXTILES', 'MANUFACTURING', 'yes', 'yes', 2016, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'EMBELLISHED_TEXTILES', 'MANUFACTURING', 'yes', 'yes', 2018, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'EMBELLISHED_TEXTILES', 'MANUFACTURING', 'yes', 'yes', 2020, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'EMBELLISHED_TEXTILES', 'MANUFACTURING', 'yes', 'yes', 2022, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'STONES', 'MINING', 'yes', 'yes', 2014, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'STONES', 'MINING', 'yes', 'yes', 2016, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'STONES', 'MINING', 'yes', 'yes', 2018, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'STONES', 'MINING', 'yes', 'yes', 2020, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "listed_good" VALUES ('NPL', 'STONES', 'MINING', 'yes', 'yes', 2022, 'USDOL_LIST_OF_GOODS', 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods', 'Listed for forced child labour too.');
INSERT INTO "roadmap" VALUES ('NPL-priorities-2019', 'NPL', 'National priorities on the Alliance 8.7 country page', 'Priorités nationales sur la page pays de l''Alliance 8.7', 'الأولويات الوطنية في صفحة البلد لدى التحالف 8.7', '2019', '', '', 'Two priorities carry dates on the page: law by 2019, municipalities by 2020. A page of March 2019 says that a strategic plan was adopted.', 'Deux priorités sont datées sur la page : législation d''ici à 2019, municipalités d''ici à 2020. Une page de mars 2019 indique qu''un plan stratégique a été adopté.', 'تحمل أولويتان تاريخا في الصفحة: القانون بحلول 2019 والبلديات بحلول 2020. وتذكر صفحة من مارس 2019 اعتماد خطة استراتيجية.', 'federal and national child labour law brought into line; child labour inspection committees in provinces and municipalities; local committees for monitoring and rescue; ten municipalities free of child labour', 'harmonisation du droit fédéral et national sur le travail des enfants; comités d''inspection du travail des enfants dans les provinces et les municipalités; comités locaux de suivi et de secours; dix municipalités sans travail des enfants', 'مواءمة القانون الاتحادي والوطني بشأن عمل الأطفال; لجان لتفتيش عمل الأطفال في المقاطعات والبلديات; لجان محلية للرصد والإنقاذ; عشر بلديات خالية من عمل الأطفال', 'Alliance 8.7 country page: Nepal', 'https://alliance87.org/pathfinders/nepal');
INSERT INTO "resource" VALUES ('CIV-resource-01', 'CIV', '76156000000', 'XOF', '2019', '2021', '', 'Third plan: forecast of 76.156 billion CFA francs (some US$132 million), including near 10 billion from partners, 5 from cocoa industry, 25 from state programmes; spending not seen', 'Troisième plan : prévision de 76,156 milliards de francs CFA (environ 132 millions de dollars É.-U.), dont près de 10 milliards des partenaires, 5 de l''industrie du cacao, 25 de programmes publics ; dépense non constatée', 'الخطة الثالثة: تقدير بمبلغ 76.156 مليار فرنك أفريقي (نحو 132 مليون دولار أمريكي)، منها قرابة 10 مليارات من الشركاء و5 من صناعة الكاكاو و25 من برامج الدولة؛ والإنفاق غير معروف', 'Journal du Cameroun, June 2019', 'https://www.journalducameroun.com/cote-divoire-plus-de-76-milliards-fcfa-pour-lutter-contre-la-traite-des-enfants/');
INSERT INTO "resource" VALUES ('CIV-resource-02', 'CIV', '12980296600', 'XOF', '2015', '2017', '', 'Second plan: 12,980,296,600 CFA francs forecast; spending not seen', 'Deuxième plan : 12 980 296 600 francs CFA prévus ; dépense non constatée', 'الخطة الثانية: تقدير بمبلغ 12,980,296,600 فرنك أفريقي؛ والإنفاق غير معروف', 'allAfrica, June 2019', 'https://fr.allafrica.com/stories/201906270297.html');
INSERT INTO "resource" VALUES ('CIV-resource-03', 'CIV', '165643000000', 'XOF', '2025', '2029', '', 'Fourth plan: budget of 165.643 billion CFA francs announced; spending not seen', 'Quatrième plan : budget annoncé de 165,643 milliards de francs CFA ; dépense non constatée', 'الخطة الرابعة: ميزانية معلنة قدرها 165.643 مليار فرنك أفريقي؛ والإنفاق غير معروف', 'Le Mandat Express, 5 June 2025', 'https://www.lemandatexpress.net/2025/06/05/lutte-contre-la-traite-lexploitation-et-le-travail-des-enfants-la-premiere-dame-lance-un-nouveau-plan-daction-national-2025-2029-de-plus-de-165-milliards-de-f-cfa');
INSERT INTO "resource" VALUES ('NPL-R01', 'NPL', '35380', 'USD', '2023', '', 'Government of Nepal', 'About US$35,380 against child labour, the Child Labour Elimination Fund included (2023)', 'Environ 35 380 USD contre le travail des enfants, Fonds pour l’élimination du travail des enfants compris (2023)', 'نحو 35,380 دولارًا أمريكيًا ضد عمل الأطفال، منها صندوق القضاء على عمل الأطفال (2023)', '2023 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "resource" VALUES ('NPL-R02', 'NPL', '3707', 'USD', '2024', '', 'Government of Nepal', 'US$3,707 for applying the manual on local governments free of child labour (2024)', '3 707 USD pour appliquer le manuel des collectivités sans travail des enfants (2024)', '3,707 دولارات أمريكية لتطبيق دليل الحكومات المحلية الخالية من عمل الأطفال (2024)', '2024 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "resource" VALUES ('NPL-R03', 'NPL', '7200000000', 'USD', '2023', '', 'Government of Nepal and partners', 'US$7.2 billion over five years agreed for the School Education Sector Plan (2023)', '7,2 milliards USD sur cinq ans convenus pour le plan sectoriel de l’enseignement scolaire (2023)', 'الاتفاق على 7.2 مليار دولار أمريكي على خمس سنوات لخطة قطاع التعليم المدرسي (2023)', '2023 Findings on the Worst Forms of Child Labor: Nepal (US Department of Labor)', 'https://www.dol.gov/agencies/ilab/resources/reports/child-labor/nepal');
INSERT INTO "ledger" VALUES ('gapminder_context', 'gapminder_systema_globalis_context.csv', '288fe031d3698863f0e82ea9f2c673ff5db1129e724443750259b06128d14b8d', 6, 0, 6);
INSERT INTO "ledger" VALUES ('delta87_ratifications', 'delta87-dashboard-structure.md', 'd33d84aec98d846c71fce1fd242676daeff40baaca5a7eb8bb724d5d765aabbc', 4, 4, 0);
INSERT INTO "ledger" VALUES ('ilo_forced_labour', 'ilo_global_estimates_figures_from_pages.csv', '00da9bc2e319595ce409873d4bc1161f4d18a683dec35edb2b15efa42f92a2a0', 97, 97, 0);
INSERT INTO "ledger" VALUES ('ilo_universal', 'alliance_events.csv', 'aa96945fd88b849f601d7714ef768288163d6cde8c38546e40dea2d4ffcb9369', 62, 62, 0);
INSERT INTO "ledger" VALUES ('normlex', 'ilo_ratification_years.csv', 'a70415f382e5674ff2b4cb8194808865ab814f00001e2b12cb06cc24432bbb70', 177, 177, 0);
INSERT INTO "ledger" VALUES ('normlex_secondary', 'ilo_ratification_years_secondary.csv', '5843263bae02b3f918763632de7eaac43dfe8bcc73ab9173801b402965c0d186', 4, 4, 0);
INSERT INTO "ledger" VALUES ('plans_africa', 'roadmap_facts_africa.csv', '6389b5db99055fe4804d0d8a278a2d6a4332ec1bc656793e9780ddc5a073d2a4', 15, 15, 0);
INSERT INTO "ledger" VALUES ('plans_delta87', 'delta87-dashboard-structure.md', 'd33d84aec98d846c71fce1fd242676daeff40baaca5a7eb8bb724d5d765aabbc', 8, 8, 0);
INSERT INTO "ledger" VALUES ('plans_other', 'roadmap_facts_other.csv', '81201b3c665760a7f95143105a06e94eae31015141608aa831230906b21ccc81', 19, 19, 0);
INSERT INTO "ledger" VALUES ('plans_prose', 'pathfinder-facts.md', '2c8b9321ce633866cf9d9fe834cb1828dd1001f29d88bf5f2be29f33276040b3', 1, 1, 0);
INSERT INTO "ledger" VALUES ('unicef_child_marriage', 'unicef_child_marriage_2016_2022.csv', '0d295cfba9b29645e24a079415fa3a6421d60bcf1cf76b369b86117a829d25d7', 99, 99, 0);
INSERT INTO "ledger" VALUES ('unsd_si_cov_poor', 'ddf--datapoints--si_cov_poor--by--geo_area--nature--observation_status--sex--units--year.csv', '835b23294d486ee5d88ba806b9a6b023be5fe76d8ad4a4e2b444a8b220397102', 148, 148, 0);
INSERT INTO "rejected" VALUES (0, 'gapminder_context', 'gapminder_systema_globalis_context.csv', '21955', '', 'chanisl', 'unknown_area', '''chanisl'' is not in data/tables/aliases/gapminder.csv');
INSERT INTO "rejected" VALUES (1, 'gapminder_context', 'gapminder_systema_globalis_context.csv', '21956', '', 'chanisl', 'unknown_area', '''chanisl'' is not in data/tables/aliases/gapminder.csv');
INSERT INTO "rejected" VALUES (2, 'gapminder_context', 'gapminder_systema_globalis_context.csv', '21957', '', 'chanisl', 'unknown_area', '''chanisl'' is not in data/tables/aliases/gapminder.csv');
INSERT INTO "rejected" VALUES (3, 'gapminder_context', 'gapminder_systema_globalis_context.csv', '21958', '', 'chanisl', 'unknown_area', '''chanisl'' is not in data/tables/aliases/gapminder.csv');
INSERT INTO "rejected" VALUES (4, 'gapminder_context', 'gapminder_systema_globalis_context.csv', '21959', '', 'chanisl', 'unknown_area', '''chanisl'' is not in data/tables/aliases/gapminder.csv');
INSERT INTO "rejected" VALUES (5, 'gapminder_context', 'gapminder_systema_globalis_context.csv', '21960', '', 'chanisl', 'unknown_area', '''chanisl'' is not in data/tables/aliases/gapminder.csv');
INSERT INTO "build" VALUES ('inputs', '345c61a1406e7de02419cb61b1aabb96af5eefcaf998d7d2a517a08792b0725e');
INSERT INTO "build" VALUES ('built', '2026-11-26T17:10:29+00:00');
INSERT INTO "build" VALUES ('observations', '361720');
INSERT INTO "build" VALUES ('in:observations', '361720');
INSERT INTO "build" VALUES ('in:ratifications', '2176');
INSERT INTO "build" VALUES ('in:legal_facts', '25373');
INSERT INTO "build" VALUES ('in:mechanisms', '43');
INSERT INTO "build" VALUES ('in:suggested_actions', '3572');
INSERT INTO "build" VALUES ('in:listed_goods', '2055');
INSERT INTO "build" VALUES ('in:events', '303');
INSERT INTO "build" VALUES ('in:stages', '104');
INSERT INTO "build" VALUES ('in:roadmaps', '24');
INSERT INTO "build" VALUES ('in:actions', '380');
INSERT INTO "build" VALUES ('in:resources', '32');
