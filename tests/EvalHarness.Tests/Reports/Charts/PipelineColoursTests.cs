using EvalHarness.Reports.Charts;

namespace EvalHarness.Tests.Reports.Charts;

public sealed class PipelineColoursTests
{
    private static readonly string[] Nine = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

    [Test]
    public void Eight_pipelines_have_eight_colours() =>
        Assert.That(Nine.Take(8).Select(new PipelineColours(Nine).HexOf).Distinct().Count(), Is.EqualTo(8));

    [Test]
    public void After_eight_the_colours_begin_again() =>
        Assert.That(new PipelineColours(Nine).HexOf("i"), Is.EqualTo(new PipelineColours(Nine).HexOf("a")));

    [Test]
    public void A_colour_belongs_to_the_place_and_not_to_the_name() =>
        Assert.That(new PipelineColours(["x", "y"]).HexOf("y"), Is.EqualTo(new PipelineColours(Nine).HexOf("b")));
}
