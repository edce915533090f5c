namespace EvalHarness.Reports.Html.Model;

/// <summary>A pipeline's colour by its place: Okabe and Ito's palette, which colour-blind readers can tell apart.</summary>
internal static class PageColours
{
    private static readonly string[] Colours = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000"];

    public static string Of(int place) => Colours[place % Colours.Length];
}
