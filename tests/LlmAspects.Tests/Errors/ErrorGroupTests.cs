using LlmAspects.Errors;

namespace LlmAspects.Tests.Errors;

public sealed class ErrorGroupTests
{
    private readonly ErrorAggregator _errors = new(capacity: 4);

    [Fact]
    public void SameKind_IsOneGroupWithFirstAndLastSeen()
    {
        for (var second = 1; second <= 10; second++)
        {
            _errors.Add(Error("A", second));
        }

        var group = _errors.Groups().ShouldHaveSingleItem();

        group.Occurrences.ShouldBe(10, "the ring keeps four, the group counts all");
        (group.FirstSeen, group.LastSeen).ShouldBe((At(1), At(10)));
        (group.Component, group.Operation, group.ExceptionType, group.Code).ShouldBe(("component", "call", "A", "A"));
    }

    [Fact]
    public void Groups_AreThoseSeenLastFirst()
    {
        _errors.Add(Error("A", 1));
        _errors.Add(Error("B", 2));
        _errors.Add(Error("A", 3));

        _errors.Groups().Select(group => group.ExceptionType).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void Fingerprint_TellsEveryPartApartAndNothingElse()
    {
        var record = Error("A", 1);
        foreach (var other in (ErrorRecord[])[record, record with { Message = "m", Timestamp = At(2), TraceId = "t" }, record with { Component = "c" }, record with { Operation = "o" },
            record with { ExceptionType = "B" }, record with { Code = "coded" }, record with { CauseType = "X" }])
        {
            _errors.Add(other);
        }

        var groups = _errors.Groups();

        groups.Count.ShouldBe(6);
        groups.Select(group => group.Fingerprint).Distinct().Count().ShouldBe(6);
        groups.Single(group => group.Occurrences == 2).Fingerprint.ShouldBe("13357f0e5c585854", "it must be the same in every process");
    }

    [Fact]
    public void FullTable_DropsTheGroupNotSeenForLongest()
    {
        for (var kind = 0; kind < ErrorAggregator.MaximumGroups; kind++)
        {
            _errors.Add(Error($"T{kind}", kind));
        }

        _errors.Add(Error("T0", 1000));
        _errors.Add(Error("New", 1001));

        var kinds = _errors.Groups().Select(group => group.ExceptionType).ToHashSet();
        kinds.Count.ShouldBe(ErrorAggregator.MaximumGroups);
        kinds.ShouldContain("T0");
        kinds.ShouldContain("New");
        kinds.ShouldNotContain("T1");
        _errors.TotalCount.ShouldBe(ErrorAggregator.MaximumGroups + 2);
    }

    [Fact]
    public void DroppedGroupThatIsSeenAgain_BeginsAnew()
    {
        // One object a name, as the names of operations are: the group is found by it.
        var first = Error("T0", 0);
        _errors.Add(first);
        for (var kind = 1; kind <= ErrorAggregator.MaximumGroups; kind++)
        {
            _errors.Add(Error($"T{kind}", kind) with { Operation = $"call {kind}" });
        }

        _errors.Add(first with { Timestamp = At(1000) });

        var group = _errors.Groups()[0];
        (group.ExceptionType, group.Occurrences, group.FirstSeen).ShouldBe(("T0", 1, At(1000)));
    }

    [Fact]
    public void CountByCode_TakesTheCodeOfOurOwnExceptions()
    {
        var service = new EmittedService("coded");
        Should.Throw<LlmException>(() => service.Call<int>(() => throw new LlmRouterException("no_way", "m")));
        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        var codes = ErrorAggregator.Shared.CountByCode();

        codes["no_way"].ShouldBe(1);
        codes["System.FormatException"].ShouldBeGreaterThanOrEqualTo(1);
        Recorded.Errors("coded").Select(error => error.Code).ShouldBe(["System.FormatException", "no_way"]);
    }

    [Fact]
    public void ConcurrentOccurrences_AreAllCounted()
    {
        Parallel.For(0, 20_000, number => _errors.Add(Error($"T{number % 3}", number)));

        _errors.Groups().Sum(group => group.Occurrences).ShouldBe(20_000);
        _errors.CountByExceptionType().Values.Order().ShouldBe([6666L, 6667L, 6667L]);
    }

    [Fact]
    public void Clear_ForgetsTheGroups()
    {
        _errors.Add(Error("A", 1));

        _errors.Clear();

        _errors.Groups().ShouldBeEmpty();
    }

    [Fact]
    public void LatestMessage_IsThatOfTheLatest()
    {
        _errors.Add(Error("A", 1) with { Message = "first" });
        _errors.Add(Error("A", 2) with { Message = "second" });

        _errors.Groups().ShouldHaveSingleItem().LatestMessage.ShouldBe("second");
    }

    private static DateTimeOffset At(int second) => DateTimeOffset.UnixEpoch.AddSeconds(second);

    private static ErrorRecord Error(string type, int second) => new() { Timestamp = At(second), Component = "component", Operation = "call", ExceptionType = type };
}
