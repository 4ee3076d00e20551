-- SPDX-License-Identifier: EUPL-1.2
-- What others may show of a theme.
CREATE VIEW themes.shown_theme AS SELECT id, key, parent, name, name_en FROM themes.theme;
