using EvalHarness.Experiments.Sweeps;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Experiments.Sweeps;

public sealed class VariationTests
{
    [TestCase("retrieval.chunk.tokens=120,240", "120|240")]
    [TestCase("retrieval.rerank=none, proximity", "\"none\"|\"proximity\"")]
    [TestCase("model.abstain_below=0.35,null", "0.35|")]
    [TestCase("retrieval.chunk=[1, 2],{ tokens: 3 }", "[1,2]|{\"tokens\":3}")]
    public void Values_are_YAML(string text, string values)
    {
        var variation = Variation.Parse(text);

        Assert.That(variation.Parameter, Is.EqualTo(text.Split('=')[0]));
        Assert.That(string.Join('|', variation.Values.Select(v => v?.ToJsonString())), Is.EqualTo(values));
    }

    [TestCase("retrieval.chunk.tokens")]
    [TestCase("retrieval.chunk.tokens=")]
    [TestCase("=1,2")]
    public void What_names_no_values_is_refused(string text)
    {
        Assert.That(() => Variation.Parse(text), Throws.TypeOf<InputException>().With.Message.EqualTo($"--vary {text}: this names no values. Write --vary parameter=value,value, as in --vary retrieval.chunk.tokens=120,240."));
    }
}
