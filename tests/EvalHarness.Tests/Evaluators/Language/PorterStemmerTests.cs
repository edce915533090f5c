using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class PorterStemmerTests
{
    [TestCase("caresses", "caress")]
    [TestCase("ponies", "poni")]
    [TestCase("agreed", "agre")]
    [TestCase("plastered", "plaster")]
    [TestCase("motoring", "motor")]
    [TestCase("conflated", "conflat")]
    [TestCase("hopping", "hop")]
    [TestCase("filing", "file")]
    [TestCase("happy", "happi")]
    [TestCase("relational", "relat")]
    [TestCase("generalization", "gener")]
    [TestCase("hopefulness", "hope")]
    [TestCase("formative", "form")]
    [TestCase("adjustment", "adjust")]
    [TestCase("adoption", "adopt")]
    [TestCase("probate", "probat")]
    [TestCase("controlling", "control")]
    [TestCase("sky", "sky")]
    public void Stems_are_those_of_the_paper(string word, string stem) => Assert.That(PorterStemmer.Stem(word), Is.EqualTo(stem));
}
