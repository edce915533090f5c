using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Caching;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Providers.Caching;

internal sealed class CachedEmbeddingGeneratorTests
{
    [Test]
    public async Task Vectors_come_back_bit_by_bit_and_flagged()
    {
        using var folder = new TemporaryFolder();
        using var cache = new ResponseCache(folder["responses.db"], new CacheLimits(), TimeProvider.System, Assert.Fail);
        using var inner = new Counting();
        using var generator = new CachedEmbeddingGenerator(inner, cache, SomeCache.Model(), CacheMode.Read, TimeProvider.System);
        CallLog first = new(), second = new();

        var made = await generator.GenerateAsync(["How?"], new EmbeddingGenerationOptions().With(first));
        var found = await generator.GenerateAsync(["How?"], new EmbeddingGenerationOptions().With(second));
        await generator.GenerateAsync(["Why?"], new EmbeddingGenerationOptions().With(new CallLog()));

        Assert.That(found.Single().Vector.ToArray(), Is.EqualTo(made.Single().Vector.ToArray()));
        Assert.That((found.Single().ModelId, found.Usage!.InputTokenCount), Is.EqualTo(("embed-1", (long?)3)));
        Assert.That(first.Calls, Is.Empty);
        Assert.That(second.Calls.Single(), Has.Property(nameof(ModelCall.FromCache)).True.And.Property(nameof(ModelCall.Kind)).EqualTo("embedding"));
        Assert.That(inner.Calls, Is.EqualTo(2));
    }

    [TestCase("new-price", "new-price")]
    [TestCase(null, "embed-1")]
    public async Task What_comes_back_is_priced_as_the_experiment_now_says(string? priceAs, string priced)
    {
        using var folder = new TemporaryFolder();
        using var cache = new ResponseCache(folder["responses.db"], new CacheLimits(), TimeProvider.System, Assert.Fail);
        using var inner = new Counting();
        using var before = new CachedEmbeddingGenerator(inner, cache, SomeCache.Model() with { PriceAs = "old-price" }, CacheMode.Read, TimeProvider.System);
        using var after = new CachedEmbeddingGenerator(inner, cache, SomeCache.Model() with { PriceAs = priceAs }, CacheMode.Read, TimeProvider.System);
        CallLog log = new();

        await before.GenerateAsync(["How?"], new EmbeddingGenerationOptions().With(new CallLog()));
        await after.GenerateAsync(["How?"], new EmbeddingGenerationOptions().With(log));

        Assert.That((log.Calls.Single().Model, inner.Calls), Is.EqualTo((priced, 1)));
    }

    private sealed class Counting : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Calls { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            var embeddings = values.Select(v => new Embedding<float>(new[] { 1f / 3, -Calls, float.Epsilon, v.Length }) { ModelId = "embed-1" });
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings) { Usage = new UsageDetails { InputTokenCount = 3 } });
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
