using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class SentenceSplitterTests
{
    [TestCase("It costs 2.50 USD.|It is cheap.")]
    [TestCase("See Dr. Smith, e.g. at 5 p.m. today.|Then rest.")]
    [TestCase("J. K. Rowling wrote it.|It sold well.")]
    [TestCase("Go to https://a.example/b.html?x=1 now.|Then click.")]
    [TestCase("It is valid for 30 minutes. [password-reset]|It works once.")]
    [TestCase("He said \"stop.\"|She did not.")]
    [TestCase("Really?!|Yes.")]
    [TestCase("\"Stop!\" she said.|He did.")]
    [TestCase("It says “Works once. Expires.” in bold.|That is all.")]
    [TestCase("See No. 5 of the list.|The answer is no.|You pay.")]
    [TestCase("It takes 30 min.|Then restart.")]
    [TestCase("Run `git add . && git push` now.|Wait.")]
    [TestCase("It is valid. (Source: password-reset)|It works once.")]
    [TestCase("It is valid.【1†source】|It works once.")]
    [TestCase("A 5\" screen is small.|A 7\" one is not.")]
    public void A_text_is_cut_where_a_sentence_ends(string text) => Assert.That(Split(text.Replace('|', ' ')), Is.EqualTo(text.Split('|')));

    [Test]
    public void Lines_are_sentences_of_their_own() => Assert.That(Split("# Steps\n1. Open it.\n\n2. Close it."), Is.EqualTo(new[] { "Steps", "1. Open it.", "2. Close it." }));

    [Test]
    public void An_empty_text_has_none() => Assert.That(Split(" \n "), Is.Empty);

    private static string[] Split(string text) => [.. SentenceSplitter.Split(text).Select(s => text[s.Start..s.End])];
}
