using EvalHarness.Schemas;

namespace EvalHarness.Tests.Schemas;

public class NearestNameTests
{
    private static readonly string[] Known = ["baseline", "pipelines", "prices", "seed"];

    [TestCase("baselne", "baseline")]
    [TestCase("Baseline", "baseline")]
    [TestCase("pipeline", "pipelines")]
    [TestCase("sede", "seed")]
    public void A_slip_finds_what_was_meant(string name, string meant) => Assert.That(NearestName.Of(name, Known), Is.EqualTo(meant));

    [TestCase("temperature")]
    [TestCase("x")]
    public void What_is_far_from_everything_is_not_guessed(string name) => Assert.That(NearestName.Of(name, Known), Is.Null);
}
