using System.Text;

namespace EvalHarness.Cli.Starting;

/// <summary>The files in Templates, which travel in the assembly; <c>{{name}}</c> is what is filled in.</summary>
internal static class Template
{
    private const string Prefix = "templates/";

    /// <param name="name">As it lies below Templates: <c>pipelines/rag.yaml</c>.</param>
    public static string Text(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new ArgumentException($"Templates has no {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Fills in; a value may hold names that come after it.</summary>
    public static string Filled(string name, IEnumerable<(string Name, string Value)> values) =>
        values.Aggregate(new StringBuilder(Text(name)), (text, v) => text.Replace("{{" + v.Name + "}}", v.Value)).ToString();
}
