/* A report as one JSON object. */
#include "view/claim_words.h"
#include "view/contrasts.h"
#include "view/labels.h"
#include "view/report/report_doc.h"
#include "view/title.h"

static void article_members(sheet *s, const store_article *a) {
  json_writer *w = &s->json;
  json_key_string(w, "article", a->label);
  json_key_string(w, "id", a->name);
  json_key_string(w, "outlet", article_outlet(a));
  json_key_string(w, "headline", a->headline);
  sheet_json_when(s, "published", a->published, a->basis);
}

static void head(report *r) {
  sheet *s = r->s;
  json_writer *w = &s->json;
  json_key_string(w, "story", r->story.id);
  json_key_string(w, "title", r->story.title);
  sheet_json_when(s, "published", r->story.published, (isnad_slice){NULL, 0});
  json_key_u64(w, "reports", r->story.reports);
  json_key_u64(w, "outlets", r->story.outlets);
  json_key(w, "origins");
  json_open_array(w);
  json_u64(w, r->story.certain);
  json_u64(w, r->story.possible);
  json_close_array(w);
  json_key(w, "places");
  json_open_array(w);
  for (size_t i = 0; i < r->where.count; i++) json_string(w, r->where.places[i]);
  json_close_array(w);
}

static void summary_array(report *r) {
  json_writer *w = &r->s->json;
  json_key(w, "summary");
  json_open_array(w);
  for (size_t i = 0; i < r->told.count; i++) {
    const summary_sentence *sentence = r->told.items[i];
    json_open_object(w);
    json_key_string(w, "words", report_sentence_words(r, sentence));
    json_key_span(w, "span", sentence->span);
    json_key_u64(w, "origins", sentence->origins);
    json_key_u64(w, "reports", sentence->reports);
    article_members(r->s, &r->reports.articles[sentence->report]);
    json_close_object(w);
  }
  json_close_array(w);
}

static void chain(report *r) {
  json_writer *w = &r->s->json;
  json_key(w, "chain");
  json_open_array(w);
  for (size_t i = 0; i < r->chain_count; i++) {
    const forest_item *item = &r->chain[i];
    json_open_object(w);
    json_key_u64(w, "depth", item->depth);
    if (item->node == NULL) {
      json_key_string(w, "source", item->source->source_name);
    } else {
      const store_edge *edge = graph_main_edge(&r->g, item->node);
      article_members(r->s, &item->node->article);
      if (edge != NULL) {
        report_taken taken = report_taken_of(r, edge);
        json_key_string(w, "kind", edge->kind);
        json_key_bool(w, "directed", graph_leads(edge));
        if (taken.matched > 0) json_key_fixed(w, "matched", taken.matched, 0);
        if (taken.share >= 0) json_key_fixed(w, "share", taken.share, 4);
        json_key_string(w, "credit", taken.credit);
      }
    }
    json_close_object(w);
  }
  json_close_array(w);
}

static void doubts(report *r) {
  json_writer *w = &r->s->json;
  json_key(w, "doubts");
  json_open_object(w);
  json_key(w, "undated");
  json_open_array(w);
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (!graph_is_bare(a) && a->published.from >= a->published.to) json_string(w, a->label);
  }
  json_close_array(w);
  json_key(w, "claims");
  json_open_array(w);
  for (size_t i = 0; i < r->claims.count; i++)
    if (report_is_doubt(&r->claims.items[i])) json_text(w, r->claims.items[i].id);
  json_close_array(w);
  json_key_u64(w, "unread", r->unread);
  json_close_object(w);
}

isnad_status report_json(report *r) {
  json_writer *w = &r->s->json;
  json_open_object(w);
  head(r);
  summary_array(r);
  json_key(w, "claims");
  json_open_array(w);
  for (size_t i = 0; i < r->claims.count; i++) claim_object(r->s, &r->claims, &r->claims.items[i]);
  json_close_array(w);
  json_key(w, "contrasts");
  contrasts_array(r->s, &r->claims);
  chain(r);
  doubts(r);
  json_key_string(w, "method", label_word(r->s->view, "report.method_text"));
  json_close_object(w);
  return sheet_end(r->s);
}
