using EvalHarness.Calibration;

namespace EvalHarness.Tests.Calibration;

public sealed class LabelledRowWriterTests
{
    private static readonly LabelledRow Correctness = new() { Id = "s1/rag", Group = "g", Source = "help", System = "rag", Question = "How\nlong?", References = ["30 minutes", "half an hour"], Answer = "\"30\" <b>minutes</b>", Labels = [true] };

    private static readonly LabelledRow Grounded = Correctness with { Id = "s2/rag", References = [], Context = "A link is valid for 30 minutes.", Labels = [null, false, true] };

    [Test]
    public async Task What_is_written_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder["labels/round-1.jsonl"];

        await LabelledRowWriter.WriteAsync(file, LabelledRowWriter.Text([Correctness, Grounded]), CancellationToken.None);

        var read = await LabelledRowReader.ReadAsync(file, CancellationToken.None);
        Assert.That(LabelledRowWriter.Text(read), Is.EqualTo(LabelledRowWriter.Text([Correctness, Grounded])));
        Assert.That(read[1].Labels, Is.EqualTo(new bool?[] { null, false, true }));
        Assert.That(Directory.GetFiles(folder["labels"]), Has.Length.EqualTo(1));
    }

    [Test]
    public void One_rater_writes_label_and_several_write_labels()
    {
        Assert.That(LabelledRowWriter.Text([Correctness]), Does.EndWith("\"label\":1}\n").And.Contain("\"references\":[\"30 minutes\",\"half an hour\"]"));
        Assert.That(LabelledRowWriter.Text([Grounded]), Does.EndWith("\"labels\":[null,0,1]}\n").And.Contain("\"context\":"));
    }

    [Test]
    public void A_row_that_nobody_decided_is_no_labelled_row()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("labels.jsonl", """{"answer": "a", "labels": [null, null]}""");

        Assert.That(() => LabelledRowReader.ReadAsync(file, CancellationToken.None), Throws.TypeOf<EvalHarness.Inputs.InputException>());
    }
}
