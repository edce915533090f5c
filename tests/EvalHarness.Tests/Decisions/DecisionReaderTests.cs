using EvalHarness.Decisions;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Decisions;

public sealed class DecisionReaderTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Everything_may_be_left_out()
    {
        var settings = Read("horizon_days: 30\n");

        Assert.That(settings.VolumePerDay, Is.Null);
        Assert.That(settings.Weights, Is.Empty);
        Assert.That(settings.HorizonDays, Is.EqualTo(30));
    }

    [Test]
    public void What_is_said_is_read()
    {
        var settings = Read("arms: { fine-tuned: mine }\nvolume_per_day: 2000\nmust_cite: 0.9\nweights: { quality: 2 }\nslices: { changed: \"topic=new prices\" }\n");

        Assert.That(settings.Arms[Arm.FineTuned], Is.EqualTo("mine"));
        Assert.That(settings.MustCite, Is.EqualTo(0.9));
        Assert.That(settings.Weights["quality"], Is.EqualTo(2));
        Assert.That(settings.Slices["changed"], Is.EqualTo("topic=new prices"));
    }

    [TestCase("weights: { speed: 1 }\n", "'speed', which is no criterion", "latency")]
    [TestCase("must_cite: 90\n", "must_cite", "1")]
    [TestCase("volume: 3\n", "volume", "")]
    [TestCase("slices: { changed: new }\n", "changed", "")]
    public void A_mistake_names_its_place_and_the_mend(string yaml, string found, string mend)
    {
        Assert.That(() => Read(yaml), Throws.TypeOf<InputException>().With.Message.Contains("decision.yaml").And.Message.Contains(found).And.Message.Contains(mend));
    }

    private DecisionSettings Read(string yaml)
    {
        folder.Write("decision.yaml", yaml);
        return DecisionReader.Read(folder["decision.yaml"]);
    }
}
