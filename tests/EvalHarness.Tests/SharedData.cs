namespace EvalHarness.Tests;

/// <summary>External data that is not part of the repository: tests that read it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file below the shared data; ignores the running test when it is not there.</summary>
    public static string File(string name)
    {
        string[] places = [Path.Combine(RepositoryRoot(), "..", "shared", "data", name), Path.Combine("/work/shared/data", name)];
        var found = Array.Find(places, System.IO.File.Exists);
        if (found is null)
            Assert.Ignore($"{name} is not there: put the shared data beside the repository, in {Path.GetFullPath(places[0])}");
        return found!;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "EvalHarness.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
