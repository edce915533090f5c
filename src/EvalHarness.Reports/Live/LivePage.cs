using System.Net;
using EvalHarness.Reports.Html;

namespace EvalHarness.Reports.Live;

/// <summary>What every served page has: its head with its policy, the way to the other pages, and the script that asks again while a run is under way.</summary>
internal static class LivePage
{
    private static readonly (string Link, string Text)[] Pages = [("/", "Runs"), ("/trends", "Trends"), ("/compare", "Compare")];

    /// <param name="here">The link of the page that this is, or is below.</param>
    /// <param name="section">All text in it is escaped.</param>
    public static string Of(string here, string eyebrow, string heading, string section)
    {
        var script = PageTemplate.Script(["live.js"]);
        return PageTemplate.Fill("live.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["head"] = PageTemplate.Head(heading, "live.css", script, loadsRows: false, isServed: true),
            ["eyebrow"] = Encode(eyebrow),
            ["heading"] = Encode(heading),
            ["links"] = string.Concat(Pages.Select(p => $"  <a href=\"{p.Link}\"{(p.Link == here ? " aria-current=\"page\"" : "")}>{p.Text}</a>\n")),
            ["section"] = section,
            ["script"] = $"<script>{script}</script>\n",
        });
    }

    /// <summary>What is replaced when the page is asked for again.</summary>
    public static string Watched(bool isUnderWay, string html) => $"<div id=\"live\" data-state=\"{(isUnderWay ? "under-way" : "still")}\">{html}</div>";

    /// <summary>The address of a run's folder, or of a file in it.</summary>
    public static string Link(string run, string file = "") => Encode($"/runs/{Uri.EscapeDataString(run)}/{file}");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
