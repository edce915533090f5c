using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Entailment.Tests;

public sealed class PremiseWindowsTests
{
    private static readonly TextTokenizer Tokenizer = TokenizerFile.WordPiece([.. TinyModel.Vocabulary], lowercase: true, stripsAccents: true);

    [Test]
    public void Windows_hold_whole_sentences_and_begin_with_the_last_of_the_one_before()
    {
        const string Text = "The admin can delete a file. The export is kept for 7 days. The link is blue. The file is valid.";

        var windows = new PremiseWindows(Tokenizer, 14).Of(new EvidenceText("d", "", Text, 10));

        Assert.That(windows.Select(w => Text[(w.Span!.Value.Start - 10)..(w.Span!.Value.End - 10)]), Is.EqualTo(new[]
        {
            "The admin can delete a file.", "The export is kept for 7 days. The link is blue.", "The link is blue. The file is valid.",
        }));
        Assert.That(windows.Select(w => w.Ids.Count), Is.All.LessThanOrEqualTo(14));
    }

    [Test]
    public void A_sentence_that_is_too_long_is_cut_between_words_and_nothing_is_lost()
    {
        var text = string.Join(' ', Enumerable.Repeat("the export is kept", 40));

        var windows = new PremiseWindows(Tokenizer, 16).Of(new EvidenceText("d", "", text, 0));

        Assert.That(windows.Select(w => w.Ids.Count), Is.All.LessThanOrEqualTo(16));
        Assert.That(windows[0].Span!.Value.Start, Is.Zero);
        Assert.That(windows[^1].Span!.Value.End, Is.EqualTo(text.Length));
        Assert.That(windows.Zip(windows.Skip(1)).Select(w => w.First.Span!.Value.End >= w.Second.Span!.Value.Start - 1), Is.All.True);
        Assert.That(windows.Select(w => text[w.Span!.Value.Start..w.Span!.Value.End].Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(w => w).Distinct(), Is.EquivalentTo(new[] { "the", "export", "is", "kept" }));
    }

    [Test]
    public void The_title_stands_in_front_of_every_window()
    {
        var windows = new PremiseWindows(Tokenizer, 16).Of(new EvidenceText("d", "Reset link", "The admin can delete a file. The export is kept for 7 days.", 0));

        Assert.That(windows.Select(w => w.Ids.Take(2)), Is.All.EqualTo(Tokenizer.Encode("reset link")));
    }

    [TestCase("")]
    [TestCase("  \n\n ")]
    public void Empty_evidence_has_no_window(string text) => Assert.That(new PremiseWindows(Tokenizer, 16).Of(new EvidenceText("d", "", text, 0)), Is.Empty);

    [Test]
    public void Letters_without_end_are_cut_too()
    {
        var text = string.Concat(Enumerable.Repeat("😀x", 500));

        Assert.That(new PremiseWindows(Tokenizer, 16).Of(new EvidenceText("d", "", text, 0))[^1].Span!.Value.End, Is.EqualTo(text.Length));
    }
}
