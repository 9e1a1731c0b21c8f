#include "view/report/report_doc.h"

#include "base/clock.h"
#include "isnad/arabic.h"
#include "view/claim_words.h"
#include "view/counts.h"
#include "view/labels.h"
#include "view/report/report_blocks.h"
#include "view/title.h"

#include <stdio.h>

enum { MOST_VERSIONS = 4 };

isnad_status report_collect(report *out, sheet *s, isnad_store *store, isnad_slice story) {
  *out = (report){.s = s, .store = store};
  isnad_status status = store_story_find(&out->story, s->arena, store, story, s->err);
  if (status == ISNAD_OK) status = graph_of_story(&out->g, s->arena, store, out->story.id, s->err);
  if (status == ISNAD_OK) status = graph_hear(&out->g, s->err);
  if (status == ISNAD_OK) status = isnad_claims_of_story(&out->claims, s->arena, store, out->story.id, s->err);
  if (status == ISNAD_OK) status = forest_walk(&out->chain, &out->chain_count, &out->g, s->err);
  if (status == ISNAD_OK) report_chain_once(out);
  if (status == ISNAD_OK) status = report_summary(out);
  if (status == ISNAD_OK) status = scene_of(&out->where, s->arena, &out->reports, s->err);
  if (status == ISNAD_OK) status = store_refusals(&out->unread, store, s->err);
  return status;
}

/* --- head --- */

static isnad_slice joined_places(report *r) {
  isnad_slice out = report_nothing, comma = report_word(r, "report.comma");
  char mark[16];
  snprintf(mark, sizeof mark, "%.*s ", (int)comma.length, comma.bytes);
  for (size_t i = 0; i < r->where.count; i++) out = words_joined(r->s, out, mark, r->where.places[i]);
  return out;
}

/* The day of the event as the reports tell it, with its name. */
static isnad_slice day_words(report *r) {
  char id[24];
  if (r->where.day.from >= r->where.day.to) return report_nothing;
  snprintf(id, sizeof id, "report.weekday.%u", clock_weekday(r->where.day.from / DAY_SECONDS));
  return words_joined(r->s, report_when(r, r->where.day), " ", report_word(r, id));
}

/* The time of the report that is the first of those with a date; the story's own when none has. */
static isnad_interval first_report(const report *r) {
  isnad_interval first = {0, 0};
  for (size_t i = 0; i < r->reports.count; i++) {
    isnad_interval when = r->reports.articles[i].published;
    if (when.from < when.to && (first.from == first.to || when.from < first.from)) first = when;
  }
  return first.from < first.to ? first : r->story.published;
}

/* A time of day needs its clock. */
static isnad_slice first_report_words(report *r) {
  isnad_interval first = first_report(r);
  bool hour = first.from < first.to && first.to - first.from < DAY_SECONDS;
  return words_joined(r->s, report_when(r, first), " ", hour ? report_word(r, "report.utc") : report_nothing);
}

static bool write_head(report *r) {
  const store_story *story = &r->story;
  isnad_slice comma = report_word(r, "report.comma"), reports = counted(r->s, "report", story->reports),
              outlets = story->outlets > 0 ? counted(r->s, "outlet", story->outlets) : report_nothing;
  isnad_slice origins = counted_range(r->s, "origin", story->certain, story->possible);
  char mark[16];
  snprintf(mark, sizeof mark, "%.*s ", (int)comma.length, comma.bytes);
  isnad_slice support = words_joined(r->s, reports, mark, words_joined(r->s, outlets, mark, origins));
  return block_fact(r, "report.when", day_words(r)) && block_fact(r, "report.where", joined_places(r)) &&
         block_fact(r, "report.first_report", first_report_words(r)) && block_fact(r, "report.support", support);
}

/* --- summary --- */

isnad_status report_summary(report *r) {
  isnad_status status = view_reports_of(&r->reports, r->s->arena, r->store, &r->g, r->s->err);
  if (status == ISNAD_OK) status = summary_read(&r->sentences, r->s->arena, r->reports.items, r->reports.count, r->s->err);
  return status == ISNAD_OK ? summary_choose(&r->told, r->s->arena, &r->sentences, r->s->err) : status;
}

isnad_slice report_sentence_words(const report *r, const summary_sentence *sentence) {
  return isnad_slice_at(r->reports.items[sentence->report].text, sentence->span);
}

static bool write_summary(report *r) {
  if (!block_heading(r, "report.summary")) return false;
  for (size_t i = 0; i < r->told.count; i++) {
    const summary_sentence *sentence = r->told.items[i];
    isnad_slice outlet = report_outlet_of(&r->reports.articles[sentence->report]), others = report_nothing;
    if (sentence->reports > 1) others = counted(r->s, "report", sentence->reports);
    if (!block_add(r, BLOCK_TEXT, report_sentence_words(r, sentence), outlet, others)) return false;
  }
  return r->told.count > 0 || block_add(r, BLOCK_NOTE, report_word(r, "report.no_summary"), report_nothing, report_nothing);
}

/* --- timeline --- */

/* One text that an outlet published under two addresses at one time. */
static bool is_again(report *r, const store_article *a, const store_article *b) {
  return a->published.from == b->published.from && a->published.to == b->published.to && isnad_slice_equal(article_outlet(a), article_outlet(b)) &&
         isnad_slice_equal(report_title_of(r, a), report_title_of(r, b));
}

static bool write_timeline(report *r) {
  size_t before = r->count + 1;
  if (!block_heading(r, "report.timeline")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (a->published.from >= a->published.to || graph_is_bare(a) || (i > 0 && is_again(r, &r->g.nodes[i - 1].article, a))) continue;
    isnad_slice basis = isnad_slice_is(a->basis, "story") ? report_word(r, "report.basis_story") : report_nothing;
    if (!block_add_dated(r, BLOCK_EVENT, 0, a->published, report_outlet_of(a), report_title_of(r, a), basis)) return false;
  }
  return r->count > before || block_add(r, BLOCK_NOTE, report_word(r, "report.no_dated"), report_nothing, report_nothing);
}

/* --- doubts and method --- */

bool report_is_doubt(const isnad_claim *c) {
  if (c->verdict == ISNAD_VERDICT_DIFFER || c->verdict == ISNAD_VERDICT_DENIED) return true;
  for (size_t v = 0; v < c->count; v++)
    if (c->kind == ISNAD_CLAIM_FIGURE && (c->versions[v].headline_only || c->versions[v].anonymous || c->versions[v].altered)) return true;
  return false;
}

static bool write_doubts(report *r) {
  size_t before = r->count + 1;
  if (!block_heading(r, "report.doubts")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (graph_is_bare(a) || a->published.from < a->published.to) continue;
    if (!block_add(r, BLOCK_FACT, report_word(r, "report.undated"), report_outlet_of(a), report_title_of(r, a))) return false;
  }
  for (size_t i = 0; i < r->claims.count; i++) {
    const isnad_claim *c = &r->claims.items[i];
    if (!report_is_doubt(c)) continue;
    isnad_slice marks = version_marks(r->s, &c->versions[c->first]);
    isnad_slice label = claim_told_differently(c) ? claim_verdict(r->s, c) : marks;
    isnad_slice told = c->versions[c->first].words;
    for (size_t v = 0; claim_told_differently(c) && v < c->count && v < MOST_VERSIONS; v++)
      if (v != c->first) told = words_joined(r->s, told, " / ", c->versions[v].words);
    if (!block_add(r, BLOCK_FACT, label, claim_full_title(r->s, c), told)) return false;
  }
  if (r->unread > 0 && !block_fact(r, "report.unread", counted(r->s, "page", (size_t)r->unread))) return false;
  return r->count > before || block_add(r, BLOCK_NOTE, report_word(r, "report.no_doubts"), report_nothing, report_nothing);
}

isnad_slice report_when(report *r, isnad_interval when) {
  buf kept = r->s->line;
  r->s->line = buf_new(r->s->arena, 64);
  if (when.from < when.to)
    sheet_when(r->s, when);
  else
    buf_add_slice(&r->s->line, report_word(r, "report.no_date"));
  isnad_slice out = buf_slice(&r->s->line);
  r->s->line = kept;
  while (out.length > 0 && out.bytes[out.length - 1] == ' ') out.length--;
  return out;
}

isnad_status report_write(report *r) {
  bool written = write_head(r) && write_summary(r) && write_timeline(r) && report_write_past(r) && report_write_claims(r) && report_write_quotes(r) &&
                 report_write_chain(r) && report_write_outlets(r) && write_doubts(r) && block_heading(r, "report.method") &&
                 block_add(r, BLOCK_NOTE, report_word(r, "report.method_text"), report_nothing, report_nothing);
  return written && isnad_arena_status(r->s->arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(r->s->err, r->s->arena, "view");
}
