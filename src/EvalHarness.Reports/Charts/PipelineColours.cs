namespace EvalHarness.Reports.Charts;

/// <summary>A pipeline's colour, by its place in the report: the same in every chart and on the page.</summary>
/// <remarks>Okabe and Ito's palette, which people with any common colour blindness can tell apart; after eight pipelines it begins again.</remarks>
public sealed class PipelineColours(IReadOnlyList<string> pipelines)
{
    private static readonly string[] Palette = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#F0E442"];

    /// <summary>As <c>#RRGGBB</c>.</summary>
    public string HexOf(string pipeline) => Palette[PlaceOf(pipeline) % Palette.Length];

    internal int PlaceOf(string pipeline) => pipelines.Index().First(p => p.Item == pipeline).Index;
}
