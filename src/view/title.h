/* How an article is called in a line: its headline, or its first words. */
#ifndef ISNAD_VIEW_TITLE_H
#define ISNAD_VIEW_TITLE_H

#include "store/articles.h"
#include "view/sheet.h"

void article_title(sheet *s, const store_article *a);

isnad_slice article_outlet(const store_article *a);

/* What a page without an outlet is called in a table: the last part of its address. */
isnad_slice label_short(isnad_slice label);

#endif
