using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Tests.Bench.FaultWall;

public sealed class ScenarioSetTests
{
    private readonly ScenarioSet _set = ScenarioSet.Load();

    [Fact]
    public void Set_HasSixteenScenariosInOrder()
    {
        _set.Scenarios.Select(scenario => scenario.Id).ShouldBe(Enumerable.Range(1, 16).Select(number => $"S{number:00}"));
        _set.Scenarios.Select(scenario => scenario.Title).ShouldBeUnique();
    }

    [Fact]
    public void Answer_HasSixtyWords()
    {
        WallText.WordsOf(_set.Answer).ShouldBe(60);
        WallText.PiecesOf(_set.Answer).Count.ShouldBe(60);
        WallText.Collapse(_set.Answer).ShouldBe(_set.Answer);
    }

    [Fact]
    public void EveryScenario_HasAFaultARequiredCheckAndALastRule()
    {
        foreach (FailoverScenario scenario in _set.Scenarios)
        {
            scenario.Limit.ShouldBeGreaterThan(0, scenario.Id);
            scenario.Note.ShouldNotBeNullOrWhiteSpace(scenario.Id);
            scenario.Primary[0].ShouldNotBe(new WallRule(), scenario.Id);
            scenario.Primary[^1].On.ShouldBe(WallCondition.Always, scenario.Id);
            scenario.Backup[^1].ShouldBe(new WallRule(), scenario.Id);
            scenario.Checks.ShouldContain(check => check.Level == CheckLevel.Required, scenario.Id);
        }
    }

    [Fact]
    public void EveryError_HasAStatusAndABody()
    {
        foreach (WallRule rule in _set.Scenarios.SelectMany(scenario => scenario.Primary.Concat(scenario.Backup)).Where(rule => rule.Play == WallPlay.Error))
        {
            rule.Status.ShouldBeInRange(400, 599);
            rule.Error.ShouldNotBeNull();
        }
    }

    [Fact]
    public void OnlyTheHeaderOfWholeSeconds_KeepsItsTimes() =>
        _set.Scenarios.Where(scenario => scenario.Unscaled)
            .ShouldBe(_set.Scenarios.Where(scenario => scenario.Primary.Any(rule => rule.RetryAfter is not null)));
}
