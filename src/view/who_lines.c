#include "view/who_lines.h"

#include "base/clock.h"
#include "view/lists.h"
#include "view/said.h"
#include "view/title.h"

#include <stdio.h>

#include "tables.h"

enum { NAME_WIDTH = 17, OUTLET_WIDTH = 18, EXCERPT = 160 };

isnad_interval view_days_of(const entity_words *w) {
  if (w->first == 0) return (isnad_interval){0, 0};
  int64_t last = w->last > w->first ? w->last : w->first;
  return (isnad_interval){w->first / DAY_SECONDS * DAY_SECONDS, last / DAY_SECONDS * DAY_SECONDS + DAY_SECONDS};
}

static void open_object(sheet *s, const char *is) {
  json_open_object(&s->json);
  json_key_text(&s->json, "is", is);
}

static isnad_status close_object(sheet *s) {
  json_close_object(&s->json);
  return sheet_end(s);
}

/* --- who it is --- */

static void card_members(sheet *s, const entity_card *card) {
  json_writer *w = &s->json;
  json_key_string(w, "entity", card->id);
  json_key_string(w, "canonical", card->canonical);
  json_key_string(w, "type", card->type);
  json_key_string(w, "country", card->country);
  json_key_string(w, "parent", card->parent);
  json_key_u64(w, "mentions", card->mentions);
  json_key_u64(w, "articles", card->articles);
}

isnad_status who_head(sheet *s, const entity_card *card, const who_counts *counts) {
  if (s->view->json) {
    open_object(s, "entity");
    card_members(s, card);
    json_key_u64(&s->json, "spellings", counts->spellings);
    json_key_u64(&s->json, "roles", counts->roles);
    json_key_u64(&s->json, "stories", counts->stories);
    json_key_u64(&s->json, "statements", counts->statements);
    return close_object(s);
  }
  sheet_latin(s, card->type);
  sheet_printf(s, "  ");
  sheet_latin(s, card->id);
  if (card->country.length > 0) sheet_printf(s, "  ");
  sheet_latin(s, card->country);
  if (card->parent.length > 0) sheet_printf(s, "  of ");
  sheet_latin(s, card->parent);
  sheet_printf(s, "  ");
  sheet_counted(s, card->mentions, "mention");
  sheet_printf(s, " in ");
  sheet_counted(s, card->articles, "article");
  sheet_printf(s, "  ");
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, card->canonical);
  return sheet_end(s);
}

isnad_status who_other(sheet *s, const entity_card *card) {
  if (s->view->json) {
    open_object(s, "other");
    card_members(s, card);
    return close_object(s);
  }
  sheet_label(s, "also");
  sheet_counted(s, card->articles, "article");
  sheet_printf(s, "  ");
  sheet_cell(s, card->type, 12);
  sheet_words(s, card->canonical);
  return sheet_end(s);
}

isnad_status who_country(sheet *s, uint32_t row) {
  const isnad_places_row *r = &isnad_places_rows[row];
  char rule[64];
  snprintf(rule, sizeof rule, "places.tsv:%u", isnad_table_line(ISNAD_TABLE_PLACES, row));
  if (s->view->json) {
    open_object(s, "country");
    json_key_text(&s->json, "entity", r->id);
    json_key_text(&s->json, "canonical", r->name);
    json_key_text(&s->json, "rule", rule);
    return close_object(s);
  }
  sheet_label(s, "lies in");
  sheet_printf(s, "%s  %s  ", r->id, rule);
  sheet_words(s, isnad_slice_of(r->name));
  return sheet_end(s);
}

isnad_status who_more(sheet *s, size_t count) {
  sheet_label(s, "");
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%zu more (--all)", count);
  sheet_style_off(s);
  return sheet_end(s);
}

/* --- what it is called --- */

isnad_status who_spelling(sheet *s, const entity_words *words) {
  if (s->view->json) {
    open_object(s, "spelling");
    json_key_string(&s->json, "words", words->words);
    json_key_u64(&s->json, "times", words->times);
    return close_object(s);
  }
  sheet_label(s, "spelling");
  sheet_printf(s, "%5llu  ", (unsigned long long)words->times);
  sheet_words(s, words->words);
  return sheet_end(s);
}

static isnad_status office_object(sheet *s, const entity_office *o) {
  char rule[64];
  json_writer *w = &s->json;
  snprintf(rule, sizeof rule, "office_holders.tsv:%u", isnad_table_line(ISNAD_TABLE_OFFICE_HOLDERS, o->row));
  open_object(s, "office");
  json_key_text(w, "office", o->office);
  json_key_text(w, "person", o->person);
  if (o->from != NULL) json_key_text(w, "from", o->from);
  if (o->to != NULL) json_key_text(w, "to", o->to);
  if (o->title != NULL) json_key_text(w, "title", o->title);
  if (o->holder != NULL) json_key_text(w, "holder", o->holder);
  json_key_text(w, "rule", rule);
  return close_object(s);
}

static isnad_status office_line(sheet *s, const entity_office *o, const char *word, bool person) {
  if (s->view->json) return office_object(s, o);
  sheet_label(s, word);
  sheet_printf(s, "%s..%s  %s  ", o->from != NULL ? o->from : "", o->to != NULL ? o->to : "", o->office);
  if (person) sheet_printf(s, "%s  ", o->person);
  sheet_printf(s, "office_holders.tsv:%u", isnad_table_line(ISNAD_TABLE_OFFICE_HOLDERS, o->row));
  const char *words = person ? o->holder : o->title;
  if (words != NULL) sheet_printf(s, "  ");
  if (words != NULL) sheet_words(s, isnad_slice_of(words));
  return sheet_end(s);
}

isnad_status who_office(sheet *s, const entity_office *office) { return office_line(s, office, "office", false); }
isnad_status who_holder(sheet *s, const entity_office *office) { return office_line(s, office, "holder", true); }

isnad_status who_role(sheet *s, const entity_words *words) {
  json_writer *w = &s->json;
  if (s->view->json) {
    open_object(s, "role");
    json_key_string(w, "words", words->words);
    json_key_u64(w, "times", words->times);
    json_key_string(w, "office", words->office);
    json_key_string(w, "article", words->article);
    sheet_json_when(s, "said", view_days_of(words), (isnad_slice){NULL, 0});
    if (words->span.begin < words->span.end) json_key_span(w, "span", words->span);
    return close_object(s);
  }
  sheet_label(s, "called");
  sheet_when(s, view_days_of(words));
  sheet_printf(s, "%5llu  ", (unsigned long long)words->times);
  sheet_cell(s, words->article, NAME_WIDTH);
  if (words->office.length > 0) sheet_latin(s, words->office);
  if (words->office.length > 0) sheet_printf(s, "  ");
  sheet_words(s, words->words);
  return sheet_end(s);
}

/* --- where it is named --- */

isnad_status who_story(sheet *s, const store_story *story, uint64_t naming) {
  if (s->view->json) {
    open_object(s, "story");
    json_key_string(&s->json, "title", story->title);
    json_key_u64(&s->json, "reports", naming);
    json_key_string(&s->json, "story", story->id);
    sheet_json_when(s, "published", story->published, (isnad_slice){NULL, 0});
    return close_object(s);
  }
  sheet_label(s, "story");
  sheet_when(s, story->published);
  sheet_printf(s, "%5llu  ", (unsigned long long)naming);
  sheet_latin(s, story->id);
  sheet_printf(s, "  ");
  sheet_words(s, story->title);
  return sheet_end(s);
}

isnad_status who_article(sheet *s, const store_article *article, uint64_t mentions) {
  if (s->view->json) {
    open_object(s, "article");
    json_key_string(&s->json, "article", article->label);
    json_key_string(&s->json, "id", article->name);
    json_key_string(&s->json, "outlet", article_outlet(article));
    sheet_json_when(s, "published", article->published, article->basis);
    json_key_u64(&s->json, "mentions", mentions);
    json_key_string(&s->json, "headline", article->headline);
    return close_object(s);
  }
  sheet_label(s, "article");
  sheet_when(s, article->published);
  sheet_printf(s, "%5llu  ", (unsigned long long)mentions);
  sheet_cell(s, article->label, NAME_WIDTH);
  sheet_cell(s, article_outlet(article), OUTLET_WIDTH);
  article_title(s, article);
  return sheet_end(s);
}

static isnad_status statement_object(sheet *s, const store_quote *q) {
  json_writer *w = &s->json;
  open_object(s, "statement");
  json_key_string(w, "article", q->label);
  json_key_string(w, "id", q->article);
  json_key_string(w, "outlet", q->outlet);
  sheet_json_when(s, "published", q->published, q->basis);
  json_key_span(w, "span", q->span);
  json_key_string(w, "mode", q->mode);
  json_key_string(w, "speaker", q->speaker);
  if (q->implicit) json_key_bool(w, "implicit", true);
  json_key_string(w, "via", q->via);
  json_key_string(w, "rule", q->rule);
  json_key_string(w, "verb", q->verb);
  json_key_string(w, "words", q->words);
  return close_object(s);
}

isnad_status who_statement(sheet *s, const store_quote *q) {
  if (s->view->json) return statement_object(s, q);
  sheet_label(s, "said");
  sheet_when(s, q->published);
  sheet_cell(s, q->mode, 8);
  sheet_cell(s, q->label, NAME_WIDTH);
  sheet_printf(s, "[%u,%u)  ", q->span.begin, q->span.end);
  sheet_excerpt(s, said_words(s, q->verb, q->rule, q->words), EXCERPT);
  return sheet_end(s);
}
