using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using EvalHarness.Embedded;

namespace EvalHarness.Tests.Embedded;

internal sealed class GoldTests
{
    [Test]
    public void Nothing_in_the_embedded_pipelines_knows_what_a_gold_sample_is()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(EmbeddedModelProvider).Assembly.Location));
        var metadata = assembly.GetMetadataReader();

        var used = metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}").ToList();

        Assert.That(used, Does.Contain("EvalHarness.Datasets.Corpus"));
        Assert.That(used, Does.Not.Contain("EvalHarness.Datasets.Sample").And.Not.Contain("EvalHarness.Datasets.GoldEvidence").And.Not.Contain("EvalHarness.Datasets.DatasetReader"));
    }
}
