/* Fields of feeds and items: from text and attributes to what isnad/feed.h says they are. */
#include "base/clock.h"
#include "feed/text.h"
#include "feed/words.h"
#include "feed/xml_feed.h"

enum { MINUTE = 60, HOUR = 60 * 60, LONGEST_PERIOD = 366 * DAY_SECONDS };

static isnad_slice as_text(builder *b, const open_field *field, isnad_slice text, bool lines) {
  return field->mode == TEXT_PLAIN ? feed_plain(b->arena, text, lines) : feed_text(b->arena, text, lines);
}

static void first(isnad_slice *to, isnad_slice value) {
  if (to->length == 0) *to = value;
}

/* --- the feed --- */

static uint32_t period_of(isnad_slice word) {
  static const struct {
    const char *name;
    uint32_t seconds;
  } periods[] = {{"hourly", HOUR}, {"daily", DAY_SECONDS}, {"weekly", 7 * DAY_SECONDS}, {"monthly", 30 * DAY_SECONDS}, {"yearly", 365 * DAY_SECONDS}};
  for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++)
    if (word_is(word, periods[i].name)) return periods[i].seconds;
  return 0;
}

static void skip_day(isnad_feed *feed, isnad_slice word) {
  static const char *const names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (unsigned i = 0; i < 7; i++)
    if (word_is(word, names[i])) feed->skip_days |= 1u << (i + 1);
}

static void skip_hour(isnad_feed *feed, isnad_slice word) {
  uint64_t hour = feed_number(word, 25);
  if (hour < 25 && (hour > 0 || word_is(word, "0") || word_is(word, "00"))) feed->skip_hours |= 1u << hour % 24; /* RSS 0.91 counts 1 to 24 */
}

static void feed_rhythm(isnad_feed *feed, const open_field *field, isnad_slice word) {
  if (field->element == EL_TTL)
    feed->period = (uint32_t)feed_number(word, LONGEST_PERIOD / MINUTE) * MINUTE;
  else if (field->element == EL_PERIOD && feed->period == 0)
    feed->period = period_of(word);
  else if (field->element == EL_FREQUENCY && feed_number(word, 1000) > 1)
    feed->period /= (uint32_t)feed_number(word, 1000);
  else if (field->element == EL_HOUR)
    skip_hour(feed, word);
  else if (field->element == EL_DAY)
    skip_day(feed, word);
}

static void enter_feed(builder *b, const open_field *field, isnad_slice text) {
  isnad_feed *feed = &b->feed;
  switch (field->element) {
  case EL_TITLE:
    first(&feed->title, as_text(b, field, text, false));
    break;
  case EL_SUMMARY:
    first(&feed->description, as_text(b, field, text, false));
    break;
  case EL_LINK:
    if (feed->url.length == 0) feed->url = builder_address(b, b->base, text, field->line);
    break;
  case EL_LANGUAGE:
    first(&feed->language, text);
    break;
  case EL_GENERATOR:
    first(&feed->generator, as_text(b, field, text, false));
    break;
  case EL_UPDATED:
  case EL_PUBLISHED:
    if (!builder_knows(&feed->updated) || field->element == EL_UPDATED) feed->updated = builder_time(b, text, field->line);
    break;
  default:
    feed_rhythm(feed, field, text);
  }
}

/* --- items --- */

static void enter_content(builder *b, const open_field *field, isnad_slice text) {
  isnad_feed_item *item = &b->item;
  isnad_slice *to = field->mode == TEXT_PLAIN ? &item->content_text : &item->content;
  if (field->mode != TEXT_UNREAD && text.length > to->length) *to = text;
}

/* A description that is HTML is a content too, where none is given. */
static void enter_summary(builder *b, const open_field *field, isnad_slice text) {
  isnad_feed_item *item = &b->item;
  bool markup = field->mode != TEXT_PLAIN && feed_is_markup(text);
  if (field->mode == TEXT_UNREAD) return;
  if (item->summary.length == 0) item->summary = as_text(b, field, text, true);
  if (markup && item->content.length == 0) item->content = text;
}

static void enter_time(isnad_feed_time *to, builder *b, const open_field *field, isnad_slice text) {
  if (!builder_knows(to)) *to = builder_time(b, text, field->line);
}

static void enter_item(builder *b, const open_field *field, isnad_slice text) {
  isnad_feed_item *item = &b->item;
  switch (field->element) {
  case EL_TITLE:
    if (text.length > 0) item->title = as_text(b, field, text, false);
    break;
  case EL_TITLE_TOO:
    first(&item->title, as_text(b, field, text, false));
    break;
  case EL_LINK:
    if (item->url.length == 0) item->url = builder_address(b, b->item_base, text, field->line);
    break;
  case EL_ORIGINAL_LINK: {
    isnad_slice url = builder_address(b, b->item_base, text, field->line);
    if (url.length > 0) item->url = url;
    break;
  }
  case EL_ID:
    first(&item->id, text);
    break;
  case EL_SUMMARY:
    enter_summary(b, field, text);
    break;
  case EL_SUMMARY_TOO:
    first(&item->summary, as_text(b, field, text, true));
    break;
  case EL_CONTENT:
    enter_content(b, field, text);
    break;
  case EL_PUBLISHED:
    enter_time(&item->published, b, field, text);
    break;
  case EL_UPDATED:
    enter_time(&item->updated, b, field, text);
    break;
  case EL_PERSON:
  case EL_AUTHOR_NAME:
    builder_author(b, text);
    break;
  case EL_AUTHOR_TOO:
    if (item->author.length == 0) builder_author(b, text);
    break;
  case EL_CATEGORY:
    builder_category(b, text);
    break;
  case EL_LANGUAGE:
    first(&item->language, text);
    break;
  case EL_SOURCE:
    first(&item->source, as_text(b, field, text, false));
    break;
  default:
    break;
  }
}

void field_enter(builder *b, feed_place place, const open_field *field, isnad_slice text) {
  isnad_slice kept = isnad_arena_copy(b->arena, word_trim(text));
  if (kept.length == 0) return;
  if (place == PLACE_ITEM)
    enter_item(b, field, kept);
  else
    enter_feed(b, field, kept);
}

/* --- attributes --- */

static bool is_page_type(isnad_slice type) { return type.length == 0 || word_find(type, 0, "html") < type.length || word_at(type, 0, "text/"); }

static void link_of_feed(builder *b, isnad_slice rel, isnad_slice href, uint32_t line) {
  isnad_feed *feed = &b->feed;
  isnad_slice *to = rel.length == 0 || word_is(rel, "alternate")                                           ? &feed->url
                    : word_is(rel, "self")                                                                 ? &feed->self
                    : word_is(rel, "next") || word_is(rel, "next-archive") || word_is(rel, "prev-archive") ? &feed->next
                                                                                                           : NULL;
  if (word_is(rel, "hub"))
    builder_hub(b, builder_address(b, b->base, href, line));
  else if (to != NULL && to->length == 0)
    *to = builder_address(b, b->base, href, line);
}

bool field_link(builder *b, feed_place place, xml_attrs attrs, uint32_t line) {
  isnad_slice href = xml_attr(attrs, "href"), rel = xml_attr(attrs, "rel"), type = xml_attr(attrs, "type");
  if (href.length == 0) return false;
  if (place == PLACE_FEED)
    link_of_feed(b, rel, href, line);
  else if (word_is(rel, "enclosure"))
    builder_media(b, href, type, (isnad_slice){NULL, 0}, xml_attr(attrs, "length"));
  else if ((rel.length == 0 || word_is(rel, "alternate")) && (b->item.url.length == 0 && is_page_type(type)))
    b->item.url = builder_address(b, b->item_base, href, line);
  return true;
}

isnad_feed_media *field_media(builder *b, feed_element element, xml_attrs attrs) {
  isnad_slice url = xml_attr(attrs, element == EL_ITUNES_IMAGE ? "href" : "url");
  isnad_slice medium = xml_attr(attrs, "medium"), length = xml_attr(attrs, element == EL_ENCLOSURE ? "length" : "filesize");
  if (element == EL_MEDIA_THUMBNAIL) medium = isnad_slice_of("thumbnail");
  if (element == EL_ITUNES_IMAGE) medium = isnad_slice_of("image");
  return builder_media(b, url, xml_attr(attrs, "type"), medium, length);
}
