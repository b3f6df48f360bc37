using LlmAspects.Cli.Coverage;

namespace LlmAspects.Cli.Tests.Coverage;

public sealed class SolutionPathTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FileOfAKnownKind_IsItself()
    {
        foreach (string name in (string[])["App.sln", "App.slnx", "App.slnf", "App.csproj"])
        {
            string file = _folder.Write(name, "");
            SolutionPath.Find(file).ShouldBe(file);
        }
    }

    [Fact]
    public void FolderWithOneSolution_IsThatSolution_WhateverProjectsLieBesideIt()
    {
        _folder.Write("A.csproj", "");
        _folder.Write("B.csproj", "");
        string solution = _folder.Write("App.slnx", "");

        SolutionPath.Find(_folder.Root).ShouldBe(solution);
    }

    [Fact]
    public void FolderWithOneProject_IsThatProject()
    {
        string project = _folder.Write("App.csproj", "");

        SolutionPath.Find(_folder.Root).ShouldBe(project);
    }

    [Fact]
    public void FolderWithSeveral_NamesThem()
    {
        _folder.Write("A.sln", "");
        _folder.Write("B.sln", "");

        var error = Should.Throw<CliException>(() => SolutionPath.Find(_folder.Root));

        error.Message.ShouldContain("A.sln, B.sln");
        error.ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public void FolderWithNone_SaysSo() => Should.Throw<CliException>(() => SolutionPath.Find(_folder.Root)).Message.ShouldContain("neither a solution nor a C# project");

    [Fact]
    public void MissingFile_SaysSo() => Should.Throw<CliException>(() => SolutionPath.Find(_folder.Root + "/No.sln")).Message.ShouldContain("does not exist");

    [Fact]
    public void FileOfAnotherKind_SaysSo() => Should.Throw<CliException>(() => SolutionPath.Find(_folder.Write("App.fsproj", ""))).Message.ShouldContain("is neither a solution");
}
