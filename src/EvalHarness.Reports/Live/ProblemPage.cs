namespace EvalHarness.Reports.Live;

/// <summary>What went wrong with a request, in a sentence.</summary>
public static class ProblemPage
{
    /// <param name="title">"There is no such page".</param>
    public static string Of(string title, string text) => LivePage.Of("", "EvalHarness", title, $"<p>{LiveHtml.Text(text)}</p>");
}
