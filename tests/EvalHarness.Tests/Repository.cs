namespace EvalHarness.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(TestContext.CurrentContext.TestDirectory);

    public static string Source => Path.Combine(Root, "src");

    public static string Helpdesk => Path.Combine(Root, "datasets", "helpdesk");

    /// <summary>The built command line of the same configuration, where it was built: beside the tests it would miss what ASP.NET brings to them.</summary>
    public static string Cli => Path.Combine(Source, "EvalHarness.Cli", "bin", new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name, "net10.0", "EvalHarness.Cli.dll");

    /// <summary>The built assembly that stands for a user's own.</summary>
    public static string Plugin => Path.Combine(Root, "tests", "EvalHarness.Plugin", "bin", new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name, "net10.0", "EvalHarness.Plugin.dll");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "EvalHarness.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
