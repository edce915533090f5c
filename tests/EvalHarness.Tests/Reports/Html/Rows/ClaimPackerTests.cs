using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Tests.Reports.Html.Rows;

public sealed class ClaimPackerTests
{
    private const string Text = "# Reset a password\n\nAsk for a link. A reset link is valid for 30 minutes.\n\nIt is sent by mail.";
    private const string Quote = "A reset link is valid for 30 minutes.";

    private static readonly Corpus Corpus = new("now", "hash", [new Document("password-reset", "Reset a password", null, Text)]);
    private static readonly Passage Passage = new("password-reset#1", "password-reset", "Reset a password", Text, null, 1);

    private readonly StringTable strings = new();

    [Test]
    public void The_paragraph_around_a_quote_is_packed_where_no_passage_holds_it()
    {
        var columns = Pack(Claim(), []);

        Assert.That(columns.Select(Unpacked), Is.EqualTo(new object?[] { "It lasts 30 minutes.", 1, "password-reset", Quote, null, "Ask for a link. " + Quote }));
    }

    [Test]
    public void What_a_passage_given_holds_is_not_packed_again() => Assert.That(Pack(Claim(), [Passage]).Select(Unpacked), Is.EqualTo(new object?[] { "It lasts 30 minutes.", 1, "password-reset", Quote }));

    [Test]
    public void A_quote_of_a_document_that_is_not_in_the_corpus_is_kept()
    {
        var claim = Claim();
        (claim["document"], claim["start"], claim["end"], claim["quote"]) = ("elsewhere", null, null, "It lasts half an hour.");

        Assert.That(Unpacked(Pack(claim, [])[3]), Is.EqualTo("It lasts half an hour."));
    }

    [Test]
    public void A_quote_in_a_long_paragraph_keeps_whole_words_around_it()
    {
        var text = string.Concat(Enumerable.Repeat("many words ", 200)) + Quote + string.Concat(Enumerable.Repeat(" and more", 200));

        var place = QuotePlace.In(text, new TextSpan(2200, 2200 + Quote.Length));

        Assert.That(place.Quote, Is.EqualTo(Quote));
        Assert.That(place.Around, Does.Contain(Quote).And.Match("^… (many|words) ").And.Match(" (and|more) …$"));
        Assert.That(place.Around, Has.Length.LessThan(560));
    }

    private object?[] Pack(JsonObject claim, Passage[] passages) =>
        new ClaimPacker(Corpus, strings).Pack([new Score("groundedness-corpus", Outcome.Scored, 1, null, new JsonArray(claim))], passages)!.Single().Claims.Single();

    private object? Unpacked(object? column) => column is PackedText packed ? string.Concat(packed.Pieces.Select(piece => strings.Strings[piece])) : column;

    private static JsonObject Claim()
    {
        var start = Text.IndexOf(Quote, StringComparison.Ordinal);
        return new JsonObject { ["claim"] = "It lasts 30 minutes.", ["supported"] = true, ["document"] = "password-reset", ["start"] = start, ["end"] = start + Quote.Length };
    }
}
