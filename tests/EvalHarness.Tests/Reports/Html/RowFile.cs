using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EvalHarness.Tests.Reports.Html;

/// <summary>A script file of rows.</summary>
internal static partial class RowFile
{
    public static JsonNode Read(string path) => Call().Match(File.ReadAllText(path)) is { Success: true } call
        ? JsonNode.Parse(call.Groups["block"].Value)!
        : throw new AssertionException($"{path} is not one call of receiveRows.");

    [GeneratedRegex(@"\AreceiveRows\(\d+, (?<block>.*)\);\n\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Call();
}
