using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Snapshots;

public sealed class GeneratorSnapshotTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmaspects-snapshot-");
    private readonly GeneratorRun _run = GeneratorRunner.Run("""
        using LlmAspects;
        public partial class Sample
        {
            [ErrorContext] public partial void Run();
            private void RunCore() { }
        }
        """);

    [Fact]
    public void NewSnapshot_FailsAndLeavesWhatWasReceived()
    {
        Should.Throw<SnapshotMismatchException>(Verify).Message.ShouldContain("is new");

        var received = File.ReadAllText(PathOf("received"));
        received.ShouldStartWith("//HintName: Sample.");
        received.ShouldContain("\"LlmAspects.Generators\", \"{version}\"");
    }

    [Fact]
    public void ApprovedSnapshot_PassesAndLeavesNothing()
    {
        Should.Throw<SnapshotMismatchException>(Verify);
        File.Copy(PathOf("received"), PathOf("verified"));

        Verify();

        File.Exists(PathOf("received")).ShouldBeFalse();
    }

    [Fact]
    public void DifferentSnapshot_FailsAndShowsBothTexts()
    {
        File.WriteAllText(PathOf("verified"), "approved text");

        var message = Should.Throw<SnapshotMismatchException>(Verify).Message;

        message.ShouldContain("differs from the approved text");
        message.ShouldContain("approved text");
        message.ShouldContain("RunCore();");
        File.Exists(PathOf("received")).ShouldBeTrue();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Verify() => GeneratorSnapshot.Verify(_run, Path.Combine(_folder.FullName, "Tests.cs"), "Method");

    private string PathOf(string kind) => Path.Combine(_folder.FullName, $"Tests.Method.{kind}.cs");
}
