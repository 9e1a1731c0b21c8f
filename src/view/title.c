#include "view/title.h"

void article_title(sheet *s, const store_article *a) {
  if (a->headline.length > 0) {
    sheet_words(s, a->headline);
    return;
  }
  sheet_words(s, a->opening);
  if (a->opening.length > 0) sheet_printf(s, " ...");
}

isnad_slice article_outlet(const store_article *a) { return a->outlet_name.length > 0 ? a->outlet_name : a->outlet; }
