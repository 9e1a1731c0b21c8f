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

isnad_slice label_short(isnad_slice label) {
  for (size_t at = label.length; at > 1; at--)
    if (label.bytes[at - 1] == '/' && at < label.length) return (isnad_slice){label.bytes + at, label.length - at};
  return label;
}
